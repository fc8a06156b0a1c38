// Cues in names, ids, classes and test ids: programmers' words, whatever language the page speaks. A cue of five
// letters or more also matches inside a run-together name (`txtuseremail`); a shorter one only as a whole word.
import type { FieldCue, PasswordCue } from './cue.ts';

export const namingCues: readonly FieldCue[] = [
  {
    means: 'email',
    words: 'email|e mail|mail|emailaddress|emailaddr|correo|courriel|eposta|epost|mailadresse|useremail',
    weight: 3,
  },
  {
    means: 'email-confirm',
    words:
      'confirmemail|emailconfirm|email2|emailagain|repeatemail|emailrepeat|reemail|verifyemail|emailverify|retypeemail|email confirm|reenteremail|emailconfirmation|emailverification',
    weight: 4,
  },
  {
    means: 'username',
    words:
      'username|userid|user|uname|login|loginid|loginname|nickname|nick|screenname|uid|accountname|userlogin|memberid|usuario|utilisateur|benutzername|identifiant|identifier|userident|logonid|handle|utente|gebruikersnaam|signinname|loginfmt|accountid|usrname|onlineid',
    weight: 2.6,
  },
  {
    means: 'password',
    words:
      'password|passwd|passwort|pwd|pass|contrasena|motdepasse|wachtwoord|senha|kennwort|passphrase|haslo|passwrd|userpass|loginpass',
    weight: 2.6,
  },
  {
    means: 'code',
    words:
      'otp|totp|otpcode|onetimecode|onetimepassword|onetimepasscode|verificationcode|verifycode|verifcode|authcode|authenticationcode|twofactor|twofactorcode|2fa|2 fa|tfa|mfa|mfacode|securitycode|smscode|confirmationcode|passcode|accesscode|tokencode|emailcode|logincode|pincode digit|pininput|verification code|otpinput|codeinput|onetime|approvals code|twostep|validationcode|confirmcode|activationcode|inputotp|pin input|authenticatorcode|pincode',
    weight: 3,
  },
  { means: 'code', words: 'code|token|digit|challenge', weight: 1.2 },
  {
    means: 'phone',
    words:
      'phone|telephone|tel|mobile|cell|phonenumber|mobilenumber|cellphone|telefon|telefono|telefoon|celular|handy|msisdn|telnr',
    weight: 2.6,
  },
  {
    means: 'given-name',
    words:
      'firstname|fname|givenname|forename|first|name first|first name|prenom|vorname|voornaam|given name|namefirst',
    weight: 3.4,
  },
  {
    means: 'family-name',
    words:
      'lastname|lname|surname|familyname|last|name last|last name|nachname|achternaam|apellido|apellidos|cognome|sobrenome|family name|sname|namelast',
    weight: 3.4,
  },
  {
    means: 'full-name',
    words:
      'fullname|full name|yourname|contactname|customername|realname|recipientname|personname|billingname|shippingname',
    weight: 3.4,
  },
  { means: 'full-name', words: 'name', weight: 1.3 },
  {
    means: 'birth-date',
    words:
      'birthdate|dateofbirth|dob|birthday|bday|geburtsdatum|naissance|nacimiento|nascita|birth date|birth',
    weight: 3,
  },
  {
    means: 'birth-day',
    words:
      'birthday day|birth day|dob day|bday day|dobday|birthdateday|day of birth|birthdayday|bday d|date of birth day|birth date day|dayofbirth',
    weight: 5.5,
  },
  {
    means: 'birth-month',
    words:
      'birthmonth|birth month|dob month|bday month|dobmonth|birthday month|date of birth month|monthofbirth|birth date month|birthdaymonth',
    weight: 5.5,
  },
  {
    means: 'birth-year',
    words:
      'birthyear|birth year|dob year|bday year|dobyear|birthday year|date of birth year|yearofbirth|birth date year|birthdayyear|yob',
    weight: 5.5,
  },
  {
    means: 'card-number',
    words:
      'cardnumber|ccnumber|cc number|creditcard|creditcardnumber|ccnum|cc num|card number|cardno|card no|cc no|ccno|card num|cardnum|credit card|pan|encryptedcardnumber|debitcard|ccn|card nr|kartennummer|cb numero',
    weight: 3.4,
  },
  {
    means: 'card-expiry',
    words:
      'expiry|expdate|exp date|expiration|expirydate|cardexpiry|ccexp|cc exp|expirationdate|cardexp|card exp|exp|validthru|ccexpiry|expiredate',
    weight: 3.4,
  },
  {
    means: 'card-expiry-month',
    words:
      'expmonth|exp month|expirymonth|expirationmonth|cc exp month|ccmonth|cardmonth|exp mm|expiry month|expiration month|expmo|exp mo|ccmo|cc month|card month|expm|exp m|expires month|cardexpirymonth|cc mm|expiremonth|expdatemonth|exp date month|expires mm|exp1',
    weight: 5.5,
  },
  {
    means: 'card-expiry-year',
    words:
      'expyear|exp year|expiryyear|expirationyear|cc exp year|ccyear|cardyear|exp yy|expiry year|expiration year|expyr|exp yr|cc year|card year|exp y|expires year|cardexpiryyear|cc yy|expireyear|expdateyear|exp date year|expires yy|exp yyyy|exp2|ccyr',
    weight: 5.5,
  },
  {
    means: 'card-code',
    words:
      'cvv|cvc|csc|cvn|cvv2|cvc2|cvnumber|cardcode|card code|ccv|ccid|cvvnumber|cardverification|cardsecuritycode|cardcvv|cardcvc|securitycodecard|cccvc|cid|verificationvalue|cc security code|card security|cccvv|creditcardcode|cvvcode|cccode|cc code|ccsecurity|cvcode|verification value',
    weight: 4.6,
  },
  {
    means: 'card-name',
    words:
      'cardname|nameoncard|name on card|cardholder|cardholdername|ccname|cc name|ccowner|cardowner|holdername|card name|cardholder name|holder name|creditcardname|credit card name|ccholder|cc holder|nameonaccount|ccowner name|card owner',
    weight: 5.5,
  },
  {
    means: 'captcha',
    words:
      'captcha|recaptcha|hcaptcha|imagecode|imgcode|captchacode|verifyimage|captchatext|checkcode|validatecode|turnstile|humancheck|antispam|vcode img|image verification',
    weight: 6,
  },
  {
    means: 'promo',
    words:
      'promo|promocode|coupon|couponcode|discountcode|voucher|referral|invitecode|invitationcode|referralcode|offercode|discount|giftcode|referer code|refcode|campaign|redeem|sourcecode|invite|affiliate|gutschein',
    weight: 5,
  },
  {
    means: 'gift-card',
    words:
      'giftcard|gift card|giftcertificate|giftcardpin|giftcardnumber|loyalty|rewardsnumber|gc number|gcpin',
    weight: 5.5,
  },
  { means: 'pin', words: 'profilepin|parentalpin|pin|userpin|cardpin', weight: 2.6 },
  {
    means: 'reference',
    words:
      'ordernumber|orderid|trackingnumber|reservation|confirmationnumber|invoicenumber|serialnumber|bookingref|countrycode|dialcode|areacode|ordercode|accountnumber|policynumber|clientid|phonecode|dialingcode|phonecountry|phone country|country code|phoneprefix|isocode|languagecode',
    weight: 4.6,
  },
  {
    means: 'search',
    words:
      'search|q|query|keyword|keywords|searchbox|suche|recherche|buscar|searchterm|twotabsearchtextbox|s|lookup|typeahead',
    weight: 3.4,
  },
  {
    means: 'address',
    words:
      'address1|address2|addressline|street|addr1|addr2|streetaddress|address line|apartment|apt|suite|housenumber|addressline1|addressline2|shippingaddress|billingaddress|street1|street2|strasse|address 1|address 2|addr|address 3|streetnumber',
    weight: 3.4,
  },
  {
    means: 'postcode',
    words: 'zip|zipcode|postalcode|postcode|postal|plz|cep|zip5|zipext|pincode postal|codepostal',
    weight: 4.4,
  },
  {
    means: 'region',
    words:
      'city|state|province|country|region|town|ville|locality|statecode|county|timezone|language|countryid|prefecture|currency|locale|nationality|citizenship',
    weight: 3.4,
  },
  {
    means: 'company',
    words:
      'company|companyname|organization|organisation|businessname|employer|jobtitle|occupation|department|industry|firma|orgname|projectname|teamname|sitename|storename|shopname|workspace|title|subdomain|domain|filename|hostname',
    weight: 3.6,
  },
  { means: 'quantity', words: 'quantity|qty|guests|adults|children|rooms', weight: 3.4 },
  {
    means: 'amount',
    words: 'amount|price|donation|budget|salary|minprice|maxprice',
    weight: 3.4,
  },
  {
    means: 'secret-question',
    words:
      'securityanswer|secretanswer|securityquestion|secretquestion|passwordhint|answer|securityq|challengeanswer|maidenname|passwordquestion|passwordanswer|hint answer',
    weight: 5,
  },
  {
    means: 'message',
    words: 'message|comment|comments|subject|feedback|description|notes|inquiry|enquiry|question|bio|reason',
    weight: 3,
  },
  {
    means: 'document',
    words:
      'passport|ssn|taxid|vatnumber|vatid|cpf|cnpj|driverlicense|nationalid|idnumber|dni|socialsecurity|fiscalcode|vat|studentid',
    weight: 4,
  },
  {
    means: 'bank',
    words: 'iban|bic|routing|routingnumber|accountholder|bankaccount|sortcode|swift',
    weight: 4.4,
  },
  {
    means: 'device',
    words:
      'devicename|userlabel|devicelabel|usercode|deviceusercode|device user code|user code|authenticatorlabel|deviceid|tokenname|keyname',
    weight: 4.6,
  },
  {
    means: 'salutation',
    words: 'salutation|gender|anrede|prefix|suffix|honorific|civility|sex|namesuffix|nameprefix',
    weight: 4.4,
  },
  {
    means: 'middle-name',
    words: 'middlename|mname|middleinitial|middle|mi|additionalname|additional name|minitial',
    weight: 5,
  },
  { means: 'url', words: 'website|url|homepage|weburl|siteurl', weight: 3.4 },
  {
    means: 'date',
    words: 'checkin|checkout date|startdate|enddate|departure|arrival|datepicker|fromdate|todate|appointment',
    weight: 3,
  },
  { means: 'display-name', words: 'displayname|display name|publicname', weight: 4 },
  { means: 'extension', words: 'ext|phoneext|extension|phone ext|phoneextension', weight: 4.4 },
];

export const namingPasswordCues: readonly PasswordCue[] = [
  {
    means: 'new-password',
    words:
      'newpassword|new password|passwordnew|confirmpassword|passwordconfirm|repeatpassword|passwordrepeat|password2|password 2|passwordagain|retypepassword|verifypassword|repassword|passwordconfirmation|createpassword|passwd2|pass2|pass 2|newpass|new pass|pwd2|confirmpass|cpassword|passwordverify|new pwd|confirm pwd|confirm|registerpassword|regpassword|signuppassword|passwordcheck|reenterpassword|setpassword|register password|signup password|reg password|new passwd',
    weight: 3,
  },
  {
    means: 'current-password',
    words:
      'currentpassword|oldpassword|current password|old password|passwordcurrent|passwordold|oldpass|loginpassword|login password|signinpassword|existingpassword|loginpass|pwdold',
    weight: 3,
  },
];
