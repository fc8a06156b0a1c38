// French, Spanish, Italian, Portuguese, Romanian and Catalan cues.
// Leans on cue.ts for the way they are written; weights are the same in every language and stand in weights.ts.
import type { CueTable } from './cue.ts';

export const romance: CueTable = {
  languages: ['fr', 'es', 'it', 'pt', 'ro', 'ca'],
  cues: `
email: adresse email|courriel|adresse courriel|adresse mail|adresse electronique|mel|adresse de courriel|adresse de messagerie; correo|direccion de correo|direccion de email; indirizzo email|posta elettronica|indirizzo di posta elettronica|indirizzo mail; endereco de email|correio eletronico|endereco eletronico; adresa de email|adresa ta de email|posta electronica; adreca electronica|correu
username: nom d utilisateur|identifiant|pseudo|pseudonyme|utilisateur|code utilisateur|numero client; nombre de usuario|usuario|apodo|alias|identificador|clave de usuario; nome utente|utente|codice cliente; nome de usuario|nome de utilizador|utilizador|apelido de usuario|nome do usuario; nume de utilizator|nume utilizator|utilizator|numele de utilizator|porecla; nom d usuari|usuari|usuaria
password: mot de passe|mots de passe|code secret|phrase secrete; contrasena|clave|contrasenas; ; senha|palavra passe|palavra chave; ; contrasenya|clau d acces|mot de pas
code: code de verification|code de securite|code de confirmation|code a usage unique|code de validation|code d authentification|code a 6 chiffres|mot de passe a usage unique|code d acces; codigo de verificacion|codigo de seguridad|codigo de confirmacion|codigo de un solo uso|codigo de acceso|codigo de autenticacion|contrasena de un solo uso|codigo de 6 digitos|codigo de validacion; codice di verifica|codice di sicurezza|codice di conferma|codice monouso|codice di accesso|codice di autenticazione|password monouso|codice a 6 cifre|codice temporaneo; codigo de verificacao|codigo de seguranca|codigo de confirmacao|codigo de acesso|codigo de uso unico|codigo de autenticacao|senha de uso unico|digite o codigo|codigo de validacao; cod de verificare|codul de verificare|cod de securitate|codul de securitate|cod de confirmare|codul de confirmare|cod unic; codi de verificacio|codi de seguretat|codi de confirmacio|codi d acces
code?: ; codigo; codice; ; cod|codul; codi
phone: portable; celular|movil; cellulare; telemovel
given-name: prenom|prenoms; nombres|primer nombre|nombre de pila; nome di battesimo; primeiro nome|nome proprio; prenume; nom de pila
given-name?: ; nombre; nome; ; ; nom
family-name: nom; apellido|apellidos; cognome; sobrenome|apelido|ultimo nome; nume de familie; cognoms|cognom
middle-name: deuxieme prenom; segundo nombre
full-name: nom complet|nom et prenom|prenom et nom|votre nom|nom et prenoms; nombre completo|nombre y apellidos|nombre y apellido|nombres y apellidos|tu nombre|su nombre; nome e cognome|nome completo|cognome e nome|il tuo nome|nome cognome|nominativo; nome e sobrenome|seu nome|nome e apelido; nume complet|nume si prenume|numele tau|numele dumneavoastra; nom i cognoms
full-name?: ; ; ; nome; nume|numele
birth-date: date de naissance|ne le|nee le; cumpleanos|nacimiento; data di nascita|nato il|compleanno; nascimento|aniversario; data nasterii|data de nastere; data de naixement
card-number: numero de carte|numero de la carte|carte bancaire|carte de credit; numero de tarjeta|numero de la tarjeta|tarjeta de credito|tarjeta de debito; numero di carta|numero carta|numero della carta|carta di credito; numero do cartao|numero de cartao|cartao de credito|no do cartao; numar card|numarul cardului|numar de card; numero de targeta|targeta de credit
card-expiry: date de validite|expire fin|mm aa|date de fin de validite; caducidad|vencimiento|fecha de expiracion|valida hasta; scadenza|scade il; validade|vencimento|data de expiracao; data expirarii|data de expirare|valabil pana; caducitat
card-code: cryptogramme|code de securite de la carte; codigo de seguridad de la tarjeta; codice di sicurezza della carta; codigo de seguranca do cartao|cod de seguranca; cod de securitate card; codi de la targeta
card-name: nom sur la carte|titulaire; nombre en la tarjeta|titular|nombre como aparece en la tarjeta; nome sulla carta|intestatario|titolare; nome no cartao|nome do titular|nome impresso no cartao; titularul cardului|numele de pe card; nom a la targeta
captcha: caracteres de l image|code de l image|saisissez les caracteres|recopiez le code; caracteres de la imagen|codigo de la imagen|escribe los caracteres|texto de la imagen; caratteri nell immagine|codice nell immagine|digita i caratteri|codice visualizzato; caracteres da imagem|codigo da imagem|digite os caracteres|texto da imagem; caracterele din imagine|textul din imagine|codul din imagine; caracters de la imatge
promo: code de parrainage|code avantage|code parrain|code d invitation|reduction; cupon|codigo de invitacion|codigo de referido|descuento; codice invito|codice amico|sconto; cupom|cupao|codigo de convite|desconto|codigo de indicacao; cod de reducere|cod reducere; codi de descompte|cupo
reference: numero de commande|numero de suivi|numero de dossier|reference; numero de pedido|numero de orden|numero de seguimiento|localizador; numero ordine|numero d ordine|numero di spedizione|numero prenotazione; numero do pedido|numero da encomenda|codigo de rastreio|numero da reserva; numar comanda|numarul comenzii; numero de comanda|numero de client
search: rechercher|recherche; buscar|busqueda; cerca|ricerca; pesquisar|pesquisa; cauta
address: rue; direccion postal|calle|piso; via|indirizzo di spedizione|numero civico; rua|logradouro|numero da casa; adresa|strada; adreca
address?: adresse; direccion; indirizzo; endereco
postcode: code postal|cp; codigo postal|c p; cap|codice postale|codice di avviamento postale; cep
company: societe; empresa; azienda; razao social
message: commentaire|objet|sujet|remarques; mensaje|comentario|comentarios|asunto; messaggio|commento|oggetto|note; mensagem|assunto|observacoes; mesaj|mesajul tau; missatge|comentari
document: numero de passeport|siret|siren; dni|nif|nie; codice fiscale|partita iva|carta d identita; cnpj|rg|passaporte
or: ou; o|u; oppure; ; sau
again: confirm*|repet*|a nouveau|ressaisi*|verification; repit*|reingres*|de nuevo; conferm*|ripet*|di nuovo|verifica; novamente; reintrodu*|din nou; repetiu|repeteix|confirmeu|confirma
fresh: nouveau|creer|creez|choisi*; nueva|crea*|elige|elija; nuova|crea|scegli*|nuovo; nova|crie|criar|escolh*; noua|creeaza|alege
stale: actuel*|ancien*; actual|antigua|anterior; attuale|vecchia|precedente|corrente; atual|antiga; actuala|curenta|veche
rules: au moins|majuscule; al menos|minimo; almeno|maiuscola; pelo menos|no minimo; cel putin|minim; com a minim|caracters
@sign-up: s inscrire|inscription|creer un compte|creer mon compte|creez votre compte|je m inscris|inscrivez vous|nouveau client; crear cuenta|crear una cuenta|crea tu cuenta|crear mi cuenta|darse de alta|nuevo cliente|nueva cuenta|unete; iscriviti|crea un account|crea account|crea il tuo account|nuovo cliente|iscrizione|crea un nuovo account|nuovo utente; cadastrar|cadastre se|cadastro|criar conta|crie sua conta|criar uma conta|registe se|registar; inregistrare|inregistreaza*|creeaza cont|creare cont|cont nou|inscrie*; registra*|crear compte|crea un compte
@log-in: se connecter|connexion|connectez vous|s identifier|identification|mot de passe oublie|deja client|deja inscrit|se souvenir de moi; iniciar sesion|inicia sesion|inicio de sesion|entrar|acceder|acceso|ingresar|olvidaste tu contrasena|olvide mi contrasena; accedi|entra|accesso|password dimenticata|hai dimenticato la password|ricordami|sei gia registrato|gia cliente|hai gia un account; iniciar sessao|acessar|esqueci minha senha|esqueceu a senha|esqueceu sua senha|lembrar me|ja tenho conta|ja sou cliente|acesse sua conta; conectare|conecteaza*|intra in cont|autentifica*|ai uitat parola|am uitat parola|ati uitat parola; inicia sessio|inicieu sessio|iniciar sessio|acces|heu oblidat la contrasenya|has oblidat
@newsletter: abonnez vous|lettre d information|je m abonne; suscribete|suscribirse|boletin|recibe ofertas; ricevi le offerte|resta aggiornato|rimani aggiornato|novita e offerte; receba ofertas|receba novidades|subscrever|receba nossas; aboneaza*|abonare; butlleti|subscriu*
@contact: envoyer le message|demande de devis|etre rappele; enviar mensaje|escribenos|solicitar informacion; contatti|contattaci|invia messaggio|scrivici|richiesta informazioni; contato|fale conosco|enviar mensagem|fale connosco; contacteaza*|trimite mesaj|scrie ne
@checkout: commande|livraison|facturation|panier|commander|acheter; pedido|envio|facturacion|finalizar compra|carrito|comprar; ordine|spedizione|fatturazione|carrello|acquista|come ospite; entrega|carrinho|encomenda|como convidado|frete; cos|cosul|livrare; cistella|comanda|enviament
@settings: parametres|modifier le mot de passe|changer le mot de passe|mon profil|enregistrer les modifications; configuracion|cambiar contrasena|editar perfil|guardar cambios|mi perfil; impostazioni|modifica password|cambia password|il mio profilo|salva modifiche; configuracoes|alterar senha|salvar alteracoes|meu perfil|redefinir senha; setari|schimba parola; configuracio|canvia la contrasenya
@code-totp: application d authentification|code qr; aplicacion de autenticacion|app de autenticacion|aplicacion autenticadora; app di autenticazione|applicazione di autenticazione|codice qr; aplicativo autenticador|app autenticador|aplicativo de autenticacao; aplicati* de autentificare; aplicacio d autenticacio
@code: saisissez le code|entrez le code|code recu|un code; introduce el codigo|ingresa el codigo|un codigo; inserisci il codice|un codice; digite o codigo|insira o codigo|um codigo; introdu codul|un cod; introdueix el codi
`,
};
