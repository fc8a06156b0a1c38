// Hindi cues; forms there mix them with English words.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const hindi: CueTable = {
  languages: ['hi'],
  cues: `
email: ईमेल|ई मेल|ईमेल पता
username: उपयोगकर्ता नाम|यूज़र नाम|यूजर नेम|यूज़रनेम|उपयोगकर्ता आईडी
password: पासवर्ड|कूटशब्द
code: सत्यापन कोड|ओटीपी|पुष्टि कोड|सुरक्षा कोड|कोड दर्ज करें|अंकों का कोड|वन टाइम पासवर्ड
code?: कोड
phone: मोबाइल|फ़ोन|फोन|दूरभाष
given-name: पहला नाम|प्रथम नाम
family-name: अंतिम नाम|उपनाम|कुलनाम
full-name: नाम
birth-date: जन्म तिथि|जन्मतिथि
card-number: कार्ड नंबर|क्रेडिट कार्ड|डेबिट कार्ड
card-expiry: समाप्ति तिथि|वैधता|समाप्ति की तारीख
card-code: सीवीवी|कार्ड सुरक्षा कोड
card-name: कार्ड पर नाम|कार्डधारक|कार्ड धारक का नाम
captcha: कैप्चा|चित्र में दिखाए|चित्र में दिए|छवि में
promo: प्रोमो कोड|कूपन|डिस्काउंट कोड|रेफ़रल कोड|रेफरल कोड
reference: ऑर्डर नंबर|ग्राहक संख्या|संदर्भ संख्या|पंजीकरण संख्या|देश कोड
search: खोजें|खोज
address: पता|सड़क|मकान नंबर
message: संदेश|टिप्पणी|विषय|प्रश्न
postcode: पिन कोड|पिनकोड
company: कंपनी
document: आधार|पैन नंबर
or: या|अथवा
again: पुष्टि|दोबारा|फिर से|पुनः
fresh: नया|बनाएं|चुनें
stale: वर्तमान|पुराना|मौजूदा
rules: कम से कम|वर्ण
@sign-up: साइन अप|खाता बनाएं|पंजीकरण|रजिस्टर|नया खाता
@log-in: लॉग इन|लॉगिन|साइन इन|मुझे याद रखें|पासवर्ड भूल
@newsletter: सदस्यता लें|समाचार पत्र
@contact: संपर्क करें|हमसे संपर्क|संदेश भेजें
@checkout: कार्ट|डिलीवरी|ऑर्डर करें
@settings: सेटिंग|पासवर्ड बदलें
@code-totp: प्रमाणक ऐप
`,
};
