// English cues. Phrases outweigh single words, because "code" alone may be a coupon and "name" alone may be anyone's.
import type { LanguageCues } from './cue.ts';
import { enForms } from './en-forms.ts';
import { enLookAlikes } from './en-look-alikes.ts';

export const en: LanguageCues = {
  lang: 'en',
  fields: [
    {
      means: 'email',
      words: 'email|email address|emails|mail address|email id',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'confirm email|confirm your email|confirm email address|confirm your email address|re-enter email|reenter email|repeat email|retype email|verify email|email again|email address again|email confirmation|confirm new email|re-type email|re-enter your email',
      weight: 5,
    },
    {
      means: 'username',
      words:
        'username|user name|user id|userid|login name|log in name|login id|account name|screen name|nickname|handle|user|login|member id|member name|profile name|access id|online id|sign in id|account id|customer id|user identifier|pen name|gamertag|apple id|signin name',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'email or username|username or email|email / username|username / email|user name or email|email or user name|email address or username|username or email address|email or phone|phone or email|email or mobile|mobile number or email|phone number or email|email or phone number|email address or phone|phone number, username|phone number, email|email, phone|email address, phone|login or email|email or login|email/login|login/email|email or account|email or member|email or customer|email or id|phone/email|email or mobile number|mobile or email|mobile/email|email/mobile|email id or mobile|email address or mobile|email address/username|email or cell|email address or user',
      weight: 6,
    },
    { means: 'password', words: 'password|passphrase|pass word|passwd|pwd', weight: 3 },
    {
      means: 'code',
      words:
        'verification code|security code|confirmation code|one-time code|one-time password|one-time passcode|authentication code|authenticator code|access code|login code|log in code|sign-in code|otp|otp code|2fa code|2fa|mfa code|two-factor code|two-factor authentication code|two-step verification code|6-digit code|six-digit code|4-digit code|5-digit code|8-digit code|digit code|passcode|sms code|email code|activation code|token code|tokencode|totp|code from your|verify code|validation code|code we sent|code sent|temporary code|authenticator|backup code|recovery code|mfa token|security token|authentication token|temporary password|one-time pin|secure code|token',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'otp character|otp digit|verification code digit|enter code|enter the code|your code|pin code digit|pininput|pin input|code digit',
      weight: 4,
    },
    { means: 'code', words: 'code', weight: 1.6 },
    {
      means: 'phone',
      words:
        'phone|phone number|telephone|mobile|mobile number|mobile phone|cell|cell phone|contact number|tel|cellphone|phone no|mobile no|home phone|daytime phone|whatsapp',
      weight: 3,
    },
    {
      means: 'given-name',
      words:
        'first name|firstname|given name|given names|forename|christian name|first names|your first name',
      weight: 4,
    },
    {
      means: 'family-name',
      words: 'last name|lastname|surname|family name|second name|last names',
      weight: 4,
    },
    {
      means: 'full-name',
      words:
        'full name|your name|fullname|name and surname|first and last name|first & last name|first name and last name|contact name|recipient name|legal name|first and last|your full name|first name & last name|shipping name|billing name|customer name',
      weight: 4.5,
    },
    { means: 'full-name', words: 'name', weight: 2 },
    {
      means: 'birth-date',
      words: 'date of birth|birth date|birthdate|birthday|dob|d.o.b|born on|your birthday',
      weight: 4,
    },
    { means: 'birth-day', words: 'birth day|day of birth|birthday day', weight: 5 },
    { means: 'birth-month', words: 'birth month|month of birth|birthday month', weight: 5 },
    { means: 'birth-year', words: 'birth year|year of birth|birthday year|year born', weight: 5 },
    {
      means: 'card-number',
      words:
        'card number|credit card number|debit card number|credit card|card no|cardnumber|number on card|credit or debit card|credit card no|card #|credit/debit card',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words:
        'expiry date|expiration date|card expiry|card expiration|expiration|expiry|exp date|expires|valid thru|valid until|expires on|mm/yy|mm/yyyy|good thru|exp',
      weight: 3.5,
    },
    {
      means: 'card-expiry-month',
      words:
        'expiration month|expiry month|exp month|card expiry month|expiration date month|expiry date month|expiration mm|exp. mm',
      weight: 5.5,
    },
    {
      means: 'card-expiry-year',
      words:
        'expiration year|expiry year|exp year|card expiry year|expiration date year|expiry date year|expiration yy|exp. yy',
      weight: 5.5,
    },
    {
      means: 'card-code',
      words:
        'cvv|cvc|cvv2|cvc2|csc|cid|card verification|card verification number|card verification code|card security code|card code|security code (cvv)|security code (cvc)|cvv code|cvc/cvv|cvv/cvc|verification number|3 digits|3-digit|card id number',
      weight: 5,
    },
    {
      means: 'card-name',
      words:
        "name on card|name on the card|cardholder|cardholder name|card holder|card holder name|cardholder's name|card holder's name|name on credit card|name as it appears on card|name as it appears on the card|name (as it appears on your card)|card name|name as shown on card|credit card name",
      weight: 6,
    },
    ...enLookAlikes,
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'new password|confirm password|confirm your password|repeat password|repeat your password|retype password|re-type password|re-enter password|reenter password|re-enter your password|retype your password|create password|create a password|create your password|choose a password|choose password|choose your password|set a password|set password|set your password|password again|verify password|password confirmation|confirm new password|desired password|make a password|pick a password|add a password|type password again|repeat new password|confirm|confirmation|repeat|retype|again|verify your password',
      weight: 4,
    },
    {
      means: 'new-password',
      words:
        'at least|minimum|characters or more|characters long|must contain|must be|must include|min.|or more characters|characters minimum|uppercase|password strength|between 6 and|between 8 and|character minimum|+ characters|or longer|minimum of',
      weight: 2.5,
    },
    {
      means: 'current-password',
      words:
        'current password|old password|existing password|your current password|your old password|present password|previous password|original password',
      weight: 4,
    },
  ],
  forms: enForms,
};
