// French, Spanish, Italian, Portuguese, Romanian and Catalan cues.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const romance: CueTable = {
  languages: ['fr', 'es', 'it', 'pt', 'ro', 'ca'],
  cues: `
email: adresse email|courriel|adresse courriel|adresse mail|adresse electronique|mel; correo electronico|correo|direccion de correo electronico|direccion de correo|direccion de email; indirizzo email|posta elettronica|indirizzo di posta elettronica|indirizzo mail; endereco de email|correio eletronico|endereco eletronico; adresa de email|adresa ta de email|posta electronica; correu electronic|adreca electronica|correu
username: nom d utilisateur|identifiant|pseudo|pseudonyme|utilisateur; nombre de usuario|usuario|apodo|alias|identificador; nome utente|utente|codice utente|codice cliente; nome de usuario|nome de utilizador|utilizador|apelido de usuario|nome do usuario; nume de utilizator|nume utilizator|utilizator|numele de utilizator; nom d usuari|usuari|usuaria
password: mot de passe|mots de passe|code secret|phrase secrete; contrasena|clave|contrasenas; ; senha|palavra passe|palavra chave; ; contrasenya|clau d acces|mot de pas
code: code de verification|code de securite|code de confirmation|code a usage unique|code de validation|code d authentification|code a 6 chiffres; codigo de verificacion|codigo de seguridad|codigo de confirmacion|codigo de un solo uso|codigo de acceso|codigo de autenticacion|contrasena de un solo uso; codice di verifica|codice di sicurezza|codice di conferma|codice monouso|codice di accesso|codice di autenticazione|password monouso; codigo de verificacao|codigo de seguranca|codigo de confirmacao|codigo de acesso|codigo de uso unico|codigo de autenticacao|senha de uso unico; cod de verificare|codul de verificare|cod de securitate|codul de securitate|cod de confirmare|codul de confirmare; codi de verificacio|codi de seguretat|codi de confirmacio|codi d acces
code?: ; ; ; ; cod|codul; codi
phone: portable; celular|movil; cellulare; telemovel
given-name: prenom|prenoms; nombres|primer nombre|nombre de pila; nome di battesimo; primeiro nome|nome proprio; prenume; nom de pila
given-name?: ; nombre; nome; ; ; nom
family-name: nom; apellido|apellidos; cognome; sobrenome|apelido|ultimo nome; nume de familie; cognoms|cognom
middle-name: deuxieme prenom; segundo nombre
full-name: nom complet|nom et prenom|prenom et nom|votre nom; nombre completo|nombre y apellidos|nombre y apellido|nombres y apellidos; nome e cognome|nome completo|cognome e nome|il tuo nome; nome e sobrenome|seu nome|nome e apelido; nume complet|nume si prenume|numele tau|numele dumneavoastra; nom i cognoms
full-name?: ; ; ; nome; nume|numele
birth-date: date de naissance|ne le; cumpleanos|nacimiento; data di nascita|nato il; nascimento|aniversario; data nasterii; data de naixement
card-number: numero de carte|numero de la carte|carte bancaire; numero de tarjeta|numero de la tarjeta|tarjeta de credito; numero di carta|numero carta|numero della carta; numero do cartao|numero de cartao|cartao de credito; numar card|numarul cardului|numar de card; numero de targeta|targeta de credit
card-expiry: date de validite|expire fin|mm aa; caducidad|vencimiento|fecha de expiracion; scadenza|scade il; validade|vencimento|data de expiracao; data expirarii|data de expirare; caducitat
card-code: cryptogramme|code de securite de la carte; codigo de seguridad de la tarjeta; codice di sicurezza della carta; codigo de seguranca do cartao|cod de seguranca; cod de securitate card; codi de la targeta
card-name: nom sur la carte|titulaire; nombre en la tarjeta|titular|nombre como aparece en la tarjeta; nome sulla carta|intestatario|titolare; titular do cartao|nome no cartao|nome do titular; titular card|titularul cardului|numele de pe card; titular de la targeta|nom a la targeta
captcha: caracteres de l image|code de l image|saisissez les caracteres|recopiez le code; caracteres de la imagen|codigo de la imagen|escribe los caracteres|texto de la imagen; caratteri nell immagine|codice nell immagine|digita i caratteri|codice visualizzato; caracteres da imagem|codigo da imagem|digite os caracteres|texto da imagem; caracterele din imagine|textul din imagine|codul din imagine; caracters de la imatge
promo: code de parrainage|code avantage|code parrain|code d invitation; cupon|codigo de invitacion|codigo de referido|descuento; codice invito|codice amico|sconto; cupom|cupao|codigo de convite|desconto; cod de reducere|cod reducere; codi de descompte|cupo
reference: numero de commande|numero de suivi|numero de dossier|reference; numero de pedido|numero de orden|numero de seguimiento|localizador; numero ordine|numero d ordine|numero di spedizione|numero prenotazione; numero do pedido|numero da encomenda|codigo de rastreio|numero da reserva; numar comanda|numarul comenzii; numero de comanda|numero de client
search: rechercher|recherche; buscar|busqueda; cerca|ricerca; pesquisar|pesquisa; cauta
address: adresse postale|rue|complement d adresse; direccion postal|calle|piso; via|indirizzo di spedizione|numero civico; rua|logradouro|numero da casa; adresa|strada; adreca
address?: adresse; direccion; indirizzo; endereco
postcode: code postal|cp; codigo postal|c p; cap|codice postale|codice di avviamento postale; cep
company: societe; empresa; azienda; razao social
message: commentaire|objet|sujet|remarques; mensaje|comentario|comentarios|asunto; messaggio|commento|oggetto|note; mensagem|assunto|observacoes; mesaj|mesajul tau; missatge|comentari
document: numero de passeport|siret|siren; dni|nif|nie; codice fiscale|partita iva|carta d identita; cnpj|rg|passaporte
or: ou; o|u; oppure; ; sau
again: confirm*|repet*|a nouveau; repit*; conferm*|ripet*|di nuovo; ; reintrodu*; repetiu|repeteix|confirmeu
fresh: nouveau|creer|creez; nueva|crea*|elige; nuova|crea|scegli*; nova|crie|criar; noua|creeaza
stale: actuel*|ancien*; actual|antigua|anterior; attuale|vecchia|precedente; atual|antiga; actuala|curenta
rules: au moins; al menos; almeno; pelo menos
@sign-up: s inscrire|inscription|creer un compte|creer mon compte|creez votre compte|je m inscris; crear cuenta|crear una cuenta|crea tu cuenta|crear mi cuenta|darse de alta|nuevo cliente; iscriviti|crea un account|crea account|crea il tuo account|nuovo cliente|iscrizione; cadastrar|cadastre se|cadastro|criar conta|crie sua conta|criar uma conta; inregistrare|inregistreaza*|creeaza cont|creare cont|cont nou; registra*|crear compte|crea un compte
@log-in: se connecter|connexion|connectez vous|s identifier|identification|mot de passe oublie|deja client; iniciar sesion|inicia sesion|inicio de sesion|entrar|acceder|acceso|ingresar; accedi|entra|accesso|password dimenticata|hai dimenticato la password|ricordami|sei gia registrato; iniciar sessao|acessar|esqueci minha senha|esqueceu a senha|esqueceu sua senha|lembrar me|ja tenho conta; conectare|conecteaza*|intra in cont|autentifica*|ai uitat parola|am uitat parola; inicia sessio|inicieu sessio|iniciar sessio|acces|heu oblidat la contrasenya
@newsletter: s abonner|abonnez vous; suscribete|suscribirse; ricevi le offerte|resta aggiornato; receba ofertas|receba novidades; aboneaza*; butlleti
@contact: envoyer le message|demande de devis|etre rappele; enviar mensaje|escribenos|solicitar informacion; contatti|contattaci|invia messaggio; contato|fale conosco|enviar mensagem; contacteaza*|trimite mesaj
@checkout: commande|livraison|facturation; pedido|envio|facturacion; ordine|spedizione|fatturazione; entrega|carrinho|finalizar pedido
@settings: parametres|modifier le mot de passe; configuracion|cambiar contrasena; impostazioni|modifica password; configuracoes|alterar senha
@code-totp: application d authentification; aplicacion de autenticacion; app di autenticazione; aplicativo autenticador
`,
};
