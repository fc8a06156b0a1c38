// French cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const fr: LanguageCues = {
  lang: 'fr',
  fields: [
    {
      means: 'email',
      words:
        'adresse e-mail|courriel|adresse courriel|adresse mail|adresse électronique|mél|adresse de courriel|adresse de messagerie',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        "confirmer l'e-mail|confirmez votre e-mail|confirmer votre email|confirmation de l'e-mail|confirmation email|confirmez votre adresse e-mail|confirmer l'adresse e-mail|confirmation de l'adresse",
      weight: 5,
    },
    {
      means: 'username',
      words:
        "nom d'utilisateur|identifiant|pseudo|pseudonyme|utilisateur|code utilisateur|numéro client|nom de connexion",
      weight: 3,
    },
    {
      means: 'username',
      words:
        "e-mail ou nom d'utilisateur|nom d'utilisateur ou e-mail|identifiant ou e-mail|email ou téléphone|identifiant ou adresse e-mail|adresse e-mail ou identifiant|e-mail ou numéro de téléphone|adresse e-mail ou numéro|e-mail ou identifiant|e-mail ou numéro|adresse e-mail ou nom d'utilisateur",
      weight: 6,
    },
    {
      means: 'password',
      words: 'mot de passe|mots de passe|code secret|phrase secrète',
      weight: 3,
    },
    {
      means: 'code',
      words:
        "code de vérification|code de sécurité|code de confirmation|code à usage unique|code de validation|code d'authentification|code à 6 chiffres|mot de passe à usage unique|code d'accès|code reçu|code d'activation|code sms|saisissez le code|entrez le code|code temporaire|code de connexion",
      weight: 4,
    },
    {
      means: 'phone',
      words:
        'numéro de téléphone|portable|téléphone portable|n° de téléphone|téléphone mobile|numéro de portable|numéro de mobile',
      weight: 3,
    },
    { means: 'given-name', words: 'prénom|prénoms', weight: 4 },
    { means: 'family-name', words: 'nom de famille|nom|nom de naissance', weight: 4 },
    {
      means: 'full-name',
      words: 'nom complet|nom et prénom|prénom et nom|votre nom|nom et prénoms',
      weight: 4.5,
    },
    { means: 'birth-date', words: 'date de naissance|né le|née le|anniversaire', weight: 4 },
    { means: 'birth-day', words: 'jour de naissance', weight: 5 },
    { means: 'birth-month', words: 'mois de naissance', weight: 5 },
    { means: 'birth-year', words: 'année de naissance', weight: 5 },
    {
      means: 'card-number',
      words:
        'numéro de carte|numéro de la carte|carte bancaire|carte de crédit|n° de carte|numéro de carte bancaire',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words: "date d'expiration|date de validité|expire fin|mm/aa|date de fin de validité",
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: "mois d'expiration", weight: 5.5 },
    { means: 'card-expiry-year', words: "année d'expiration", weight: 5.5 },
    {
      means: 'card-code',
      words: 'cryptogramme|cryptogramme visuel|code cvv|code cvc|code de sécurité de la carte',
      weight: 5,
    },
    {
      means: 'card-name',
      words: 'titulaire de la carte|nom sur la carte|nom du titulaire|titulaire',
      weight: 6,
    },
    {
      means: 'captcha',
      words:
        "caractères de l'image|code de l'image|saisissez les caractères|recopiez le code|code affiché|anti-robot|code image",
      weight: 6,
    },
    {
      means: 'promo',
      words:
        "code promo|code promotionnel|code de réduction|code de parrainage|bon de réduction|code avantage|code parrain|code d'invitation|réduction",
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'carte cadeau|chèque cadeau|carte de fidélité|numéro de fidélité|e-carte cadeau',
      weight: 6,
    },
    { means: 'pin', words: 'code confidentiel|code parental', weight: 3.6 },
    {
      means: 'reference',
      words:
        'numéro de commande|numéro de suivi|numéro de dossier|référence|numéro de facture|numéro de réservation|indicatif|numéro de contrat',
      weight: 5,
    },
    { means: 'search', words: 'rechercher|recherche|que recherchez-vous|chercher', weight: 4 },
    {
      means: 'address',
      words:
        "adresse postale|rue|numéro et rue|complément d'adresse|bâtiment|voie|adresse de livraison|adresse de facturation|étage",
      weight: 4,
    },
    { means: 'address', words: 'adresse', weight: 1.5 },
    { means: 'postcode', words: 'code postal|cp', weight: 5 },
    {
      means: 'region',
      words: 'ville|pays|département|commune|localité|langue|nationalité|lieu de naissance',
      weight: 4,
    },
    {
      means: 'company',
      words: "société|entreprise|raison sociale|nom de l'entreprise|fonction|établissement|métier|titre",
      weight: 4.2,
    },
    { means: 'quantity', words: 'quantité|nombre de', weight: 4 },
    { means: 'amount', words: 'montant|don|prix', weight: 4 },
    {
      means: 'secret-question',
      words: 'question secrète|réponse secrète|question de sécurité',
      weight: 6,
    },
    {
      means: 'message',
      words: 'votre message|commentaire|objet|sujet|remarques|avis|réponse',
      weight: 3.5,
    },
    {
      means: 'document',
      words: "numéro de passeport|siret|siren|numéro de tva|numéro de sécurité sociale|carte d'identité",
      weight: 4.5,
    },
    { means: 'salutation', words: 'civilité|genre|sexe', weight: 5 },
    { means: 'middle-name', words: 'deuxième prénom', weight: 5.5 },
    { means: 'date', words: 'arrivée', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'nouveau mot de passe|confirmer le mot de passe|confirmez le mot de passe|confirmez votre mot de passe|confirmation du mot de passe|répéter le mot de passe|choisissez un mot de passe|créer un mot de passe|créez un mot de passe|répétez le mot de passe|choisir un mot de passe|confirmer mot de passe|confirmer|retapez',
      weight: 4,
    },
    { means: 'new-password', words: 'au moins|caractères minimum|majuscule', weight: 2.5 },
    {
      means: 'current-password',
      words: 'mot de passe actuel|ancien mot de passe|mot de passe courant|votre mot de passe actuel',
      weight: 4,
    },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        "s'inscrire|inscription|créer un compte|créer mon compte|créez votre compte|je m'inscris|inscrivez-vous|nouveau client|nouveau compte|créer votre compte|rejoindre|devenir membre|je crée mon compte|rejoignez|m'inscrire|pas encore inscrit",
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        "se connecter|connexion|connectez-vous|s'identifier|identification|mot de passe oublié|déjà client|déjà inscrit|se souvenir de moi|rester connecté|me connecter|je me connecte|identifiez-vous|déjà un compte|authentification",
      weight: 3,
    },
    {
      means: 'newsletter',
      words:
        "s'abonner|abonnez-vous|lettre d'information|je m'abonne|infolettre|recevez nos offres|bulletin|recevez nos actualités",
      weight: 4,
    },
    {
      means: 'contact',
      words:
        'contactez-nous|nous contacter|envoyer le message|formulaire de contact|demande de devis|être rappelé',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words:
        "commande|livraison|adresse de livraison|facturation|panier|commander|passer commande|acheter|valider la commande|continuer en tant qu'invité|en tant qu'invité",
      weight: 3,
    },
    {
      means: 'payment',
      words: 'paiement|payer|carte bancaire|moyen de paiement|mode de paiement',
      weight: 3,
    },
    { means: 'search', words: 'rechercher|recherche|résultats', weight: 3 },
    {
      means: 'settings',
      words:
        'paramètres|modifier le mot de passe|changer le mot de passe|mon profil|enregistrer les modifications|réinitialiser|modifier mon profil|nouveau mot de passe',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'envoyé par e-mail|par e-mail|consultez votre boîte|vérifiez votre e-mail|vérifiez vos e-mails|confirmez votre e-mail|à votre adresse e-mail|boîte de réception|envoyé un e-mail|courrier indésirable|par courriel',
      weight: 4,
    },
    {
      means: 'code-sms',
      words: 'par sms|à votre numéro|sur votre téléphone|texto|par texto|sur votre mobile',
      weight: 4,
    },
    {
      means: 'code-totp',
      words: "application d'authentification|application authenticator|code qr",
      weight: 4,
    },
    {
      means: 'code',
      words:
        'code de vérification|code de sécurité|code de confirmation|double authentification|deux facteurs|saisissez le code|entrez le code|renvoyer le code|code à 6 chiffres|vérification en deux étapes|code non reçu|deux étapes',
      weight: 3,
    },
  ],
};
