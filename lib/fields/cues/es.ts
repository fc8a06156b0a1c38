// Spanish cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const es: LanguageCues = {
  lang: 'es',
  fields: [
    {
      means: 'email',
      words:
        'correo electrónico|correo|dirección de correo electrónico|dirección de correo|dirección de email',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'confirmar correo|confirma tu correo|confirmar correo electrónico|confirmar email|repetir correo|repite tu correo|confirme su correo|repetir email|repite el email',
      weight: 5,
    },
    {
      means: 'username',
      words: 'nombre de usuario|usuario|apodo|alias|identificador|clave de usuario',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'correo o usuario|usuario o correo|correo electrónico o nombre de usuario|nombre de usuario o correo electrónico|correo o teléfono|correo electrónico o teléfono|email o usuario|usuario o email|email o teléfono|correo electrónico o número|nombre de usuario o correo|teléfono o correo',
      weight: 6,
    },
    { means: 'password', words: 'contraseña|clave|clave de acceso|contraseñas', weight: 3 },
    {
      means: 'code',
      words:
        'código de verificación|código de seguridad|código de confirmación|código de un solo uso|código de acceso|código de autenticación|contraseña de un solo uso|código de 6 dígitos|código de validación|código de activación|introduce el código|ingresa el código|clave dinámica|código sms|código temporal|ingrese el código',
      weight: 4,
    },
    {
      means: 'phone',
      words:
        'teléfono|número de teléfono|celular|móvil|teléfono móvil|número de celular|número de móvil|teléfono celular|número celular',
      weight: 3,
    },
    { means: 'given-name', words: 'nombre|nombres|primer nombre|nombre de pila', weight: 4 },
    {
      means: 'family-name',
      words: 'apellido|apellidos|primer apellido|segundo apellido',
      weight: 4,
    },
    {
      means: 'full-name',
      words: 'nombre completo|nombre y apellidos|nombre y apellido|nombres y apellidos|tu nombre|su nombre',
      weight: 4.5,
    },
    { means: 'birth-date', words: 'fecha de nacimiento|cumpleaños|nacimiento', weight: 4 },
    { means: 'birth-day', words: 'día de nacimiento', weight: 5 },
    { means: 'birth-month', words: 'mes de nacimiento', weight: 5 },
    { means: 'birth-year', words: 'año de nacimiento', weight: 5 },
    {
      means: 'card-number',
      words: 'número de tarjeta|número de la tarjeta|tarjeta de crédito|tarjeta de débito|nº de tarjeta',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words: 'fecha de caducidad|fecha de vencimiento|caducidad|vencimiento|fecha de expiración|válida hasta',
      weight: 3.5,
    },
    {
      means: 'card-expiry-month',
      words: 'mes de caducidad|mes de vencimiento|mes de expiración',
      weight: 5.5,
    },
    {
      means: 'card-expiry-year',
      words: 'año de caducidad|año de vencimiento|año de expiración',
      weight: 5.5,
    },
    {
      means: 'card-code',
      words: 'código de seguridad de la tarjeta|código cvv|código cvc',
      weight: 5,
    },
    {
      means: 'card-name',
      words:
        'titular de la tarjeta|nombre en la tarjeta|nombre del titular|titular|nombre como aparece en la tarjeta',
      weight: 6,
    },
    {
      means: 'captcha',
      words:
        'caracteres de la imagen|código de la imagen|escribe los caracteres|texto de la imagen|introduce los caracteres',
      weight: 6,
    },
    {
      means: 'promo',
      words:
        'código promocional|código de descuento|cupón|código de promoción|código de invitación|código de referido|vale descuento|descuento|cupón de descuento',
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'tarjeta de regalo|tarjeta regalo|tarjeta de fidelidad|número de socio',
      weight: 6,
    },
    {
      means: 'reference',
      words:
        'número de pedido|número de orden|número de seguimiento|localizador|número de reserva|número de factura|referencia|prefijo|código de país|número de cliente',
      weight: 5,
    },
    { means: 'search', words: 'buscar|búsqueda|qué estás buscando|busca', weight: 4 },
    {
      means: 'address',
      words:
        'dirección postal|calle|calle y número|piso|dirección de envío|dirección de facturación|domicilio|colonia|número exterior',
      weight: 4,
    },
    { means: 'address', words: 'dirección', weight: 1.5 },
    { means: 'postcode', words: 'código postal|c.p.', weight: 5 },
    {
      means: 'region',
      words: 'ciudad|país|provincia|estado|localidad|municipio|población|idioma|nacionalidad|comuna',
      weight: 4,
    },
    {
      means: 'company',
      words: 'empresa|compañía|razón social|organización|nombre de la empresa|cargo|profesión|puesto|título',
      weight: 4.2,
    },
    { means: 'quantity', words: 'cantidad|número de|edad', weight: 4 },
    { means: 'amount', words: 'importe|monto|donación|precio', weight: 4 },
    {
      means: 'secret-question',
      words: 'pregunta secreta|respuesta secreta|pregunta de seguridad',
      weight: 6,
    },
    {
      means: 'message',
      words: 'mensaje|tu mensaje|comentario|comentarios|asunto|observaciones|consulta',
      weight: 3.5,
    },
    {
      means: 'document',
      words:
        'dni|nif|nie|cif|rut|pasaporte|número de documento|documento de identidad|rfc|curp|cédula|documento',
      weight: 4.5,
    },
    { means: 'salutation', words: 'tratamiento|género|sexo', weight: 5 },
    { means: 'middle-name', words: 'segundo nombre', weight: 5.5 },
    { means: 'date', words: 'llegada|salida|fecha', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'nueva contraseña|confirmar contraseña|confirma tu contraseña|repetir contraseña|repite la contraseña|repite tu contraseña|crear contraseña|crea una contraseña|elige una contraseña|confirmar la contraseña|confirme su contraseña|confirma la contraseña|confirmar|repetir|confirmación de contraseña',
      weight: 4,
    },
    { means: 'new-password', words: 'al menos|mínimo|mayúscula|como mínimo', weight: 2.5 },
    {
      means: 'current-password',
      words: 'contraseña actual|contraseña anterior|antigua contraseña',
      weight: 4,
    },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'registrarse|regístrate|registro|crear cuenta|crear una cuenta|crea tu cuenta|crear mi cuenta|darse de alta|nuevo cliente|nueva cuenta|únete|registrarme|registrar|crea una cuenta|soy nuevo',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'iniciar sesión|inicia sesión|inicio de sesión|entrar|acceder|acceso|ingresar|olvidaste tu contraseña|olvidé mi contraseña|recordarme|ya tengo cuenta|ya soy cliente|iniciar|ingresa|recuérdame|has olvidado tu contraseña|recordar contraseña|olvidó su contraseña',
      weight: 3,
    },
    {
      means: 'newsletter',
      words:
        'suscríbete|suscribirse|boletín|boletín informativo|recibe ofertas|suscribirme|recibe nuestras|novedades',
      weight: 4,
    },
    {
      means: 'contact',
      words:
        'contacto|contáctanos|contacta|enviar mensaje|formulario de contacto|escríbenos|solicitar información',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words:
        'pedido|envío|facturación|dirección de envío|finalizar compra|carrito|comprar|realizar pedido|como invitado|tramitar pedido|cesta',
      weight: 3,
    },
    {
      means: 'payment',
      words: 'pago|pagar|tarjeta de crédito|método de pago|forma de pago|medio de pago',
      weight: 3,
    },
    { means: 'search', words: 'buscar|búsqueda|resultados', weight: 3 },
    {
      means: 'settings',
      words:
        'configuración|cambiar contraseña|editar perfil|guardar cambios|mi perfil|ajustes|restablecer contraseña|nueva contraseña|mi cuenta',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'enviado a tu correo|a tu correo|revisa tu correo|bandeja de entrada|verifica tu correo|confirma tu correo|por correo electrónico|te enviamos un correo|correo no deseado|a su correo|por correo',
      weight: 4,
    },
    {
      means: 'code-sms',
      words:
        'mensaje de texto|a tu teléfono|a tu celular|a tu móvil|verifica tu teléfono|por sms|verifica tu número',
      weight: 4,
    },
    {
      means: 'code-totp',
      words:
        'aplicación de autenticación|app de autenticación|aplicación autenticadora|código qr|autenticador',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'código de verificación|código de seguridad|dos factores|dos pasos|introduce el código|ingresa el código|reenviar código|no recibiste|código de confirmación|verificación|verificar|código de un solo uso|doble factor',
      weight: 3,
    },
  ],
};
