// Cues in names, ids, classes and test ids: programmers' words, whatever language the page speaks. A cue of five
// letters or more also matches inside a run-together name (`txtuseremail`); a shorter one only as a whole word.
import type { FieldCue, PasswordCue } from './cue.ts';

/** Meaning, weight, cues. */
export const namingCues: readonly (readonly [FieldCue['means'], number, string])[] = [
  ['email', 3, 'email|mail|correo|courriel|epost|mailadresse'],
  [
    'email-confirm',
    4,
    'confirmemail|email2|emailagain|repeatemail|emailrepeat|reemail|verifyemail|emailverify|retypeemail|email confirm|reenteremail|emailverification',
  ],
  [
    'username',
    2.6,
    'username|userid|user|uname|login|nickname|nick|screenname|uid|accountname|memberid|usuario|utilisateur|benutzername|identifiant|identifier|logonid|handle|utente|gebruikersnaam|signinname|accountid|usrname|onlineid',
  ],
  [
    'password',
    2.6,
    'password|passwd|passwort|pwd|pass|contrasena|motdepasse|wachtwoord|senha|kennwort|passphrase|haslo|passwrd|userpass|loginpass',
  ],
  [
    'code',
    3,
    'otp|totp|otpcode|onetimepassword|verifycode|verifcode|authcode|authenticationcode|twofactor|2fa|2 fa|tfa|mfa|mfacode|securitycode|smscode|confirmationcode|passcode|accesscode|tokencode|emailcode|logincode|verification code|otpinput|codeinput|onetime|approvals code|twostep|validationcode|confirmcode|activationcode|inputotp|pin input|authenticatorcode|pincode',
  ],
  ['code', 1.2, 'code|token|digit|challenge'],
  ['phone', 2.6, 'phone|tel|mobile|cell|telefon|telefoon|celular|handy|msisdn|telnr'],
  ['given-name', 3.4, 'fname|forename|first|prenom|vorname|voornaam|given name'],
  [
    'family-name',
    3.4,
    'lastname|lname|surname|last|nachname|achternaam|apellido|cognome|sobrenome|family name|sname|namelast',
  ],
  [
    'full-name',
    3.4,
    'full name|yourname|contactname|customername|realname|recipientname|personname|billingname|shippingname',
  ],
  ['full-name', 1.3, 'name'],
  ['birth-date', 3, 'dob|birthday|bday|geburtsdatum|naissance|nacimiento|nascita|birth'],
  [
    'birth-day',
    5.5,
    'birthday day|birth day|dob day|bday day|day of birth|bday d|date of birth day|birth date day',
  ],
  ['birth-month', 5.5, 'birth month|dob month|bday month|birthday month|monthofbirth|birth date month'],
  ['birth-year', 5.5, 'birth year|dob year|bday year|birthday year|yearofbirth|birth date year|yob'],
  [
    'card-number',
    3.4,
    'creditcard|ccnum|cardno|cc no|ccno|cardnum|pan|debitcard|ccn|card nr|kartennummer|cb numero',
  ],
  ['card-expiry', 3.4, 'expiry|expdate|expiration|ccexp|cardexp|exp|validthru|expiredate'],
  [
    'card-expiry-month',
    5.5,
    'exp month|cc exp month|ccmonth|cardmonth|exp mm|expiry month|expiration month|exp mo|ccmo|expm|exp m|expires month|cardexpirymonth|cc mm|expiremonth|exp date month|expires mm|exp1',
  ],
  [
    'card-expiry-year',
    5.5,
    'exp year|cc exp year|ccyear|cardyear|exp yy|expiry year|expiration year|exp yr|exp y|expires year|cardexpiryyear|cc yy|expireyear|exp date year|expires yy|exp yyyy|exp2|ccyr',
  ],
  [
    'card-code',
    4.6,
    'cvv|cvc|csc|cvn|cvv2|cvc2|cvnumber|card code|ccv|ccid|cvvnumber|cardverification|cardcvv|cardcvc|securitycodecard|cccvc|cid|verificationvalue|cc security code|card security|cccvv|creditcardcode|cvvcode|cc code|ccsecurity|cvcode',
  ],
  [
    'card-name',
    5.5,
    'name on card|cardholder|cc name|ccowner|cardowner|card name|holder name|creditcardname|ccholder|nameonaccount',
  ],
  [
    'captcha',
    6,
    'captcha|imagecode|imgcode|verifyimage|checkcode|validatecode|turnstile|humancheck|antispam|vcode img|image verification',
  ],
  [
    'promo',
    5,
    'promo|coupon|voucher|referral|invitationcode|offercode|discount|giftcode|referer code|refcode|campaign|redeem|sourcecode|invite|affiliate|gutschein',
  ],
  ['gift-card', 5.5, 'giftcard|giftcertificate|loyalty|rewardsnumber|gc number|gcpin'],
  ['pin', 2.6, 'profilepin|parentalpin|pin|userpin|cardpin'],
  [
    'reference',
    4.6,
    'ordernumber|orderid|trackingnumber|reservation|confirmationnumber|invoicenumber|serialnumber|bookingref|dialcode|areacode|ordercode|accountnumber|policynumber|clientid|phonecode|dialingcode|phone country|country code|phoneprefix|isocode|languagecode',
  ],
  ['search', 3.4, 'search|filter|query|keyword|suche|recherche|buscar|lookup|typeahead'],
  ['search', 2.4, 'q|s'],
  [
    'address',
    3.4,
    'address1|address2|addressline|street|addr1|addr2|apartment|apt|suite|housenumber|shippingaddress|billingaddress|strasse|addr|address 3',
  ],
  ['postcode', 4.4, 'zip|zipcode|postcode|postal|plz|zip5|zipext|pincode postal|codepostal'],
  [
    'region',
    3.4,
    'city|state|province|country|region|town|ville|locality|county|timezone|language|prefecture|currency|locale|nationality|citizenship',
  ],
  [
    'company',
    3.6,
    'company|organization|organisation|businessname|employer|occupation|department|industry|firma|orgname|projectname|teamname|sitename|storename|shopname|workspace|title|domain|filename|hostname',
  ],
  ['quantity', 3.4, 'quantity|qty|guests|adults|children|rooms'],
  ['amount', 3.4, 'amount|price|donation|budget|salary'],
  [
    'secret-question',
    5,
    'secretquestion|passwordhint|answer|securityq|maidenname|passwordquestion|passwordanswer',
  ],
  ['message', 3, 'message|comment|subject|feedback|description|notes|inquiry|enquiry|question|bio|reason'],
  [
    'document',
    4,
    'passport|ssn|taxid|vatnumber|vatid|cpf|cnpj|driverlicense|nationalid|idnumber|dni|socialsecurity|fiscalcode|vat|studentid',
  ],
  ['bank', 4.4, 'iban|bic|routing|accountholder|bankaccount|sortcode|swift'],
  ['device', 4.6, 'devicename|userlabel|devicelabel|user code|authenticatorlabel|deviceid|tokenname|keyname'],
  ['salutation', 4.4, 'salutation|gender|anrede|prefix|suffix|honorific|civility|sex'],
  ['middle-name', 5, 'mname|middle|mi|additional name|minitial'],
  ['url', 3.4, 'website|url|homepage|weburl|siteurl'],
  [
    'date',
    3,
    'checkin|checkout date|startdate|enddate|departure|arrival|datepicker|fromdate|todate|appointment',
  ],
  ['display-name', 4, 'display name|publicname'],
  ['extension', 4.4, 'ext|extension|phone ext'],
  ['again', 0, 'confirm|confirmation|repeat|retype|verify|again|conf|reenter|re|2'],
  ['or', 0, 'or'],
];

export const namingPasswordCues: readonly (readonly [PasswordCue['means'], number, string])[] = [
  [
    'new-password',
    3,
    'passwordnew|repeatpassword|passwordrepeat|password2|passwordagain|retypepassword|verifypassword|repassword|createpassword|passwd2|pass2|newpass|pwd2|cpassword|passwordverify|new pwd|confirm|registerpassword|regpassword|signuppassword|passwordcheck|reenterpassword|setpassword',
  ],
  [
    'current-password',
    3,
    'currentpassword|passwordcurrent|passwordold|oldpass|signinpassword|existingpassword|loginpass|pwdold',
  ],
];
