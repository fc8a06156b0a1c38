// English cues of what looks like a field of ours and is not. They need not be complete, only louder than what they resemble.
import type { FieldCue } from './cue.ts';

export const enLookAlikes: readonly FieldCue[] = [
  {
    means: 'captcha',
    words:
      'captcha|recaptcha|characters you see|characters in the image|characters in the picture|type the characters|letters in the image|text in the image|code from the image|code in the image|code shown|code in the picture|not a robot|anti-spam|human verification|image code|type the text|text from the image|numbers in the image|security image|code as seen|shown in the image|shown above|are you human|characters shown|security characters',
    weight: 6,
  },
  {
    means: 'promo',
    words:
      'promo code|promo|promotion code|promotional code|discount code|coupon|coupon code|voucher|voucher code|referral code|referral|invite code|invitation code|offer code|campaign code|gift code|redeem code|redemption code|sponsor code|referrer|source code|affiliate code|creator code|discount|priority code|partner code|license key|product key',
    weight: 6,
  },
  {
    means: 'gift-card',
    words:
      'gift card|gift certificate|gift card number|gift card pin|store credit|rewards number|loyalty number|membership number|loyalty card|rewards card|frequent flyer|frequent flyer number',
    weight: 6,
  },
  {
    means: 'pin',
    words:
      'profile pin|parental pin|pin|card pin|pin number|pin code|profile lock|parental control|account pin|create a pin|device pin',
    weight: 3.6,
  },
  {
    means: 'reference',
    words:
      'order number|order id|tracking number|booking reference|reference number|reservation number|confirmation number|invoice number|ticket number|case number|serial number|policy number|account number|reference code|record locator|po number|purchase order|application number|claim number|model number|course code|class code|school code|entity id|sort code|country code|area code|dialing code|dial code|currency code|team id|pnr|error code|branch code|group code|organization code|org code|client id|dealer code',
    weight: 5,
  },
  {
    means: 'search',
    words:
      'search|find|look up|what are you looking for|keyword|keywords|search for|filter|type to search|find a store|search by',
    weight: 4,
  },
  {
    means: 'address',
    words:
      'address line|street|street address|address 1|address 2|apartment|apt|suite|unit number|building|house number|shipping address|billing address|mailing address|home address|postal address|delivery address|street name|floor|company address|location|county|neighborhood|neighbourhood',
    weight: 4,
  },
  { means: 'address', words: 'address', weight: 1.5 },
  {
    means: 'postcode',
    words: 'zip|zip code|zipcode|postal code|postcode|post code|zip/postal code|pin code (postal)|area pin',
    weight: 5,
  },
  {
    means: 'region',
    words:
      'city|town|state|province|region|country|country/region|locality|suburb|district|time zone|timezone|language|nationality|currency|place of birth|citizenship',
    weight: 4,
  },
  {
    means: 'company',
    words:
      'company|company name|organization|organisation|business name|employer|store name|site name|team name|workspace name|school|institution|job title|occupation|industry|department|project name|brand name|agency|organization name|shop name|blog name|title|role|website name|workspace|domain name|domain|university|file name|product name|event name|profession|position',
    weight: 4.2,
  },
  {
    means: 'quantity',
    words: 'quantity|qty|guests|number of|how many|rooms|adults|children|weight|height|age',
    weight: 4,
  },
  {
    means: 'amount',
    words: 'amount|donation|price|min price|max price|budget|salary|income|custom amount|other amount|tip',
    weight: 4,
  },
  {
    means: 'secret-question',
    words:
      "security question|secret question|security answer|secret answer|your answer|answer|mother's maiden name|maiden name|first pet|favorite|favourite|password hint|hint|password reminder",
    weight: 6,
  },
  {
    means: 'message',
    words:
      'message|your message|comment|comments|subject|feedback|description|how can we help|enquiry|inquiry|question|notes|order notes|special instructions|delivery instructions|ask a question|write a comment|bio|about you|reply|review|chat|write a message|gift message|tell us|how did you hear|reason',
    weight: 3.5,
  },
  {
    means: 'document',
    words:
      "passport|passport number|social security|ssn|tax id|vat|vat number|vat id|national id|driver license|driver's license|license number|id number|identity number|tin|ein|cpf|national insurance|student id|personal number|tax number|registration number|license plate",
    weight: 4.5,
  },
  {
    means: 'bank',
    words: 'iban|bic|swift|routing number|bank account|account holder|bank name',
    weight: 5,
  },
  {
    means: 'device',
    words:
      'device name|device label|device code|code provided by your device|code from your device|user code|label for this device|device|authenticator name|key name|security key name|passkey name|token name|code displayed on your device|code on your tv|code displayed on your tv',
    weight: 5.5,
  },
  {
    means: 'salutation',
    words: 'salutation|prefix|mr/mrs|suffix|honorific|gender|pronouns|sex',
    weight: 5,
  },
  {
    means: 'middle-name',
    words: 'middle name|middle initial|middlename|m.i.|mi|patronymic|initials',
    weight: 5.5,
  },
  {
    means: 'url',
    words:
      'website|web site|url|homepage|web address|link|subdomain|site address|twitter|linkedin|instagram|facebook|website address',
    weight: 4,
  },
  {
    means: 'date',
    words:
      'check-in|check-out|check in date|arrival|departure|start date|end date|from date|to date|depart|return|pick-up date|delivery date|appointment|issue date|wedding date|event date|date',
    weight: 3,
  },
  { means: 'display-name', words: 'display name|public name|channel name|profile name', weight: 4 },
  { means: 'extension', words: 'extension|ext|phone extension', weight: 5 },
];
