// Hindi cues; forms there mix them with English words.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const hindi: CueTable = {
  languages: ['hi'],
  cues: `
email: ईमेल|ई मेल|ईमेल पता|ईमेल आईडी|ईमेल एड्रेस
username: उपयोगकर्ता नाम|यूज़र नाम|यूजर नेम|यूज़रनेम
password: पासवर्ड|कूटशब्द
code: सत्यापन कोड|ओटीपी|पुष्टि कोड|सुरक्षा कोड|कोड दर्ज करें|अंकों का कोड
code?: कोड
phone: मोबाइल|फ़ोन|फोन|दूरभाष
given-name: पहला नाम|प्रथम नाम
family-name: अंतिम नाम|उपनाम
full-name: नाम
birth-date: जन्म तिथि
card-number: कार्ड नंबर|क्रेडिट कार्ड|डेबिट कार्ड
card-expiry: समाप्ति तिथि|वैधता
card-code: सीवीवी|कार्ड सुरक्षा कोड
card-name: कार्ड पर नाम|कार्डधारक|कार्ड धारक का नाम
captcha: कैप्चा|चित्र में दिखाए|चित्र में दिए|छवि में
promo: प्रोमो कोड|कूपन|डिस्काउंट कोड
reference: ऑर्डर नंबर|ग्राहक संख्या
search: खोजें
address: पता|सड़क
message: संदेश|टिप्पणी
or: या|अथवा
again: पुष्टि|दोबारा|फिर से
fresh: नया|बनाएं
stale: वर्तमान|पुराना
@sign-up: साइन अप|खाता बनाएं|पंजीकरण|रजिस्टर|नया खाता
@log-in: लॉग इन|लॉगिन|साइन इन|पासवर्ड भूल गए|मुझे याद रखें|लॉग इन करें
@newsletter: सदस्यता लें
@contact: संपर्क करें|हमसे संपर्क
`,
};
