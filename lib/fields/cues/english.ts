// English cues, in words for the person: what the other tables do not repeat.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const english: CueTable = {
  languages: ['en'],
  cues: `
email: email*|mail address
username: username|userid|log in name|account name|screen name|nickname|handle|user|login|member id|member name|profile name|access id|online id|sign in id|account id|customer id|pen name|gamertag|apple id|signin name
either: email or account|email or member|email or customer|email or id|email login|login email|email username|username email|email phone|phone email
password: parol*|password*|passphrase|pass word|passwd|pwd
code: verification number|verification pin|verification code|security code|confirmation code|one time code|one time password|authentication code|login code|log in code|sign in code|otp|2fa|mfa code|two factor code|digit code|passcode|sms code|email code|activation code|tokencode|totp|code from your|verify code|validation code|code we sent|code sent|temporary code|authenticator|backup code|recovery code|temporary password|one time pin|secure code|token|enter code|enter the code|your code|pininput|pin input|code digit
code?: code
phone: telefon*|phone|telephone|mobile|cell|contact number|tel|cellphone|whatsapp
given-name: first name|firstname|given name|given names|forename|christian name|first names
family-name: last name|lastname|surname|family name|second name|last names
middle-name: middle name|middle initial|middlename|m i|mi|patronymic|initials
full-name: full name|your name|fullname|name and surname|first last name|first name and last name|contact name|recipient name|legal name|first and last|first name last name|shipping name|billing name|customer name
full-name?: name
birth-date: birth|birthdate|birthday|dob|d o b|born on
birth-day: birth day|day of birth|birthday day
birth-month: birth month|month of birth|birthday month
birth-year: birth year|year of birth|birthday year|year born
card-number: card number|cardnumber|credit card|debit card|card no|number on card
card-expiry: expiration|expiry|expires|valid thru|valid until|mm yy|mm yyyy|good thru|exp
card-expiry-month: expiration month|expiry month|exp month|expiration date month|expiry date month|expiration mm|exp mm
card-expiry-year: expiration year|expiry year|exp year|expiration date year|expiry date year|expiration yy|exp yy
card-code: cvv|cvc|cvv2|cvc2|csc|cid|card verification|card security code|card code|3 digits|3 digit|card id number
card-name: name on card|name on the card|cardholder|card holder|name on credit card|name as it appears on card|name as it appears on the card|name as it appears on your card|card name|name as shown on card
captcha: captcha|recaptcha|in the image|in the picture|from the image|security image|code shown|characters shown|characters you see|type the characters|type the text|not a robot|anti spam|human verification|image code|as seen|shown above|are you human|security characters
promo: kupon*|coupon*|promo*|voucher*|referral|invite code|invitation code|offer code|campaign code|gift code|redeem code|redemption code|sponsor code|referrer|source code|affiliate code|creator code|discount|priority code|partner code|license key|product key
gift-card: gift card|gift certificate|store credit|rewards number|loyalty number|membership number|loyalty card|rewards card|frequent flyer
pin: pin|profile lock|parental control
reference: first 6 digits|last four digits|first six digits|last 4|client code|customer code|order number|order id|tracking number|reservation number|confirmation number|invoice number|ticket number|case number|serial number|policy number|account number|reference code|course code|class code|country code|area code|dialing code|dial code|pnr|error code|group code|organization code|org code|client id
search: search|find|look up|what are you looking for|keyword|keywords|filter
address: address line|street|address 1|address 2|apartment|apt|suite|unit number|building|house number|shipping address|billing address|home address|delivery address|company address|location|county
address?: address
postcode: zip|zipcode|postal code|postcode|post code|pin code postal|area pin
region: city|town|state|province|region|country|locality|suburb|district|time zone|timezone|language|nationality|currency|place of birth|citizenship
company: company|organization|organisation|business name|employer|store name|site name|team name|institution|occupation|department|project name|brand name|title|role|website name|workspace|domain|profession
message: message|comment|comments|subject|feedback|description|how can we help|enquiry|inquiry|question|notes|bio|about you|reply|review|chat|how did you hear|reason
document: passport|social security|ssn|tax id|vat|national id|driver license|driver s license|license number|id number|identity number|tin|ein|cpf|national insurance|student id|personal number|tax number|registration number|license plate
or: or
way: sms|text message|смс
again: confirm|re enter|reenter|repeat|retype|re type|again|verify|confirmation
fresh: new|create|choose|set|desired|pick|make|add
stale: current|old|existing|present|previous|original
rules: at least|minimum|must contain|must be|must include|min|uppercase|password strength|between 6 and|between 8 and|characters|or longer
secret-question: security question|secret question|answer|maiden name|favorite|favourite|hint
bank: iban|bic|swift|routing number|bank account|account holder|bank name
device: user code|device name|device label|by your device|code from your device|displayed on your device|label for this device|authenticator name|key name|passkey name|token name|on your tv
salutation: salutation|prefix|mr mrs|suffix|honorific|gender|pronouns|sex
date: check in|check out|arrival|departure|depart|return|appointment|date|dd mm yyyy|dd mm yy
display-name: display name|public name|channel name|profile name
extension: extension|ext
@sign-up: registr*|sign up|signup|register|create my account|join|get started|new account|open an account|free trial|become a member|new customer|new customers|create profile|create your profile|enroll|new user|create a profile|create|new member|request access|start for free
@log-in: log in|login|sign in|signin|log on|logon|sign on|signon|welcome back|returning customer|returning customers|existing customer|already have an account|forgotten password|forgot|remember me|keep me signed in|keep me logged in|stay signed in|lost password|can t access your account|trouble signing in|log into|sign into|authenticate|remember my|log me in|sso|registered customers|lost your password
@newsletter: newsletter*|subscribe|mailing list|subscription|stay in the loop|stay up to date|get the latest|sign up for email|sign up for emails|email updates|get updates|email alerts|keep in touch|your inbox|stay in touch|notify me|exclusive offers|latest news|email sign up|sign up for our|daily digest|off your first order
@contact: kontakt*|contact*|get in touch|send message|send us a message|your message|how can we help|support request|leave a comment|enquiry|inquiry|request a demo|request a quote|book a demo|get a quote|feedback
@checkout: booking|reservation|special requests|checkout|check out|shipping|billing|place order|delivery address|order summary|your order|cart|basket|donate|donation|delivery method|continue to delivery|continue to payment|purchase|buy now|guest|bag|order details
@payment: payment|credit card|card details|pay|add card|billing information|save card
@search: search|find|results|filter
@settings: invit*|track*|reset password|settings|change password|update password|save changes|change email|update email|reset your password|preferences|change your password|update your password|new password|my account|password reset|update account|personal information|profile
@code-email: sent to your email|sent you an email|emailed|check your email|check your inbox|code to your email|sent an email|confirm your email|verify your email|email verification|your inbox|email confirmation|verify email|code from the email|code from your email|email code|confirm email|code to the email|spam folder|junk folder|email a code|resend email|email address you provided|by email|via email
@code-sms: text message|sms|texted|your phone|verify phone|phone verification|sent a text|sent you a text|ending in|mobile number|phone ending|text you a code|your mobile|verify your number|call me instead|via text
@code-totp: authenticator|authentication app|authy|totp|two factor app|verification app|qr code|scan the|code generator|code from your app|generated by your|freeotp|authentication application|1password|setup key|security app
@code: security code|one time code|one time password|confirmation code|enter code|enter the code|two factor|2fa|mfa|two step|2 step|otp|verify|verification|resend|digit code|didn t receive|passcode|enter your code|code expires|multi factor|authentication code|new code|didn t get|login code|temporary code
`,
};
