// Korean cues: any syllable may begin a word.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const korean: CueTable = {
  languages: ['ko'],
  cues: `
email: 전자우편|메일주소|메일
username: 아이디|사용자이름|사용자명|닉네임|사용자id|계정|사번
password: 비밀번호|패스워드|암호
code: 인증번호|인증코드|확인코드|보안코드|일회용비밀번호|일회용코드|자리코드|자리숫자|코드입력
code?: 코드
phone: 휴대폰|핸드폰|연락처|전화
given-name: 성을제외한이름|이름만
family-name: 성
full-name: 성명|이름|성함|실명
birth-date: 생년월일|생일
card-number: 카드번호|신용카드
card-expiry: 유효기간|만료일
card-code: 보안코드3자리|카드보안코드
card-name: 카드소유자|카드명의자|카드에표시된이름|소유자명
captcha: 자동입력방지|보안문자|자동등록방지|이미지의문자
promo: 할인코드|쿠폰|프로모션코드|추천인|초대코드
reference: 주문번호|송장번호|예약번호|고객번호|운송장|국가번호
search: 검색|찾기
address: 주소|배송지|도로명
postcode: 우편번호
company: 회사|소속|직업|직책
message: 메시지|내용|문의|댓글|제목|배송메모
document: 주민등록번호|주민번호|여권번호
or: 또는|혹은
again: 확인|재입력|다시
fresh: 새|신규|변경할
stale: 현재|기존|이전
rules: 이상|조합
@sign-up: 계정만들기|가입|계정생성|등록하기
@log-in: 로그인|비밀번호찾기|아이디저장|아이디찾기|비밀번호를잊
@newsletter: 구독|뉴스레터|소식받기
@contact: 고객센터|문의
@checkout: 장바구니|배송|주문|구매|비회원
@settings: 설정|비밀번호변경|정보수정
@code-totp: 인증앱|otp앱|인증기
`,
};
