// Portuguese cues, same meanings and weights as en.ts: phrases outweigh words that also name look-alikes.
import type { LanguageCues } from './cue.ts';

export const pt: LanguageCues = {
  lang: 'pt',
  fields: [
    {
      means: 'email',
      words: 'endereço de e-mail|correio eletrónico|endereço eletrônico',
      weight: 3,
    },
    {
      means: 'email-confirm',
      words:
        'confirme seu e-mail|confirme o e-mail|confirmação de e-mail|confirme o seu e-mail|repita o e-mail',
      weight: 5,
    },
    {
      means: 'username',
      words: 'nome de usuário|nome de utilizador|utilizador|apelido de usuário|nome do usuário',
      weight: 3,
    },
    {
      means: 'username',
      words:
        'e-mail ou nome de usuário|nome de usuário ou e-mail|e-mail ou telefone|usuário ou e-mail|e-mail ou cpf|cpf ou e-mail|email ou utilizador|e-mail ou usuário|telefone ou e-mail|e-mail, cpf|cpf/e-mail|e-mail, telefone|nome de utilizador ou e-mail',
      weight: 6,
    },
    { means: 'password', words: 'senha|palavra-passe|palavra-chave', weight: 3 },
    {
      means: 'code',
      words:
        'código de verificação|código de segurança|código de confirmação|código de acesso|código de uso único|código de autenticação|senha de uso único|digite o código|código de validação|insira o código|código temporário|código de ativação',
      weight: 4,
    },
    {
      means: 'phone',
      words: 'telefone|telemóvel|número de telefone|número de telemóvel|telefone celular',
      weight: 3,
    },
    { means: 'given-name', words: 'primeiro nome|nome próprio', weight: 4 },
    { means: 'family-name', words: 'sobrenome|apelido|último nome', weight: 4 },
    {
      means: 'full-name',
      words: 'nome e sobrenome|seu nome|nome e apelido',
      weight: 4.5,
    },
    { means: 'full-name', words: 'nome', weight: 2 },
    { means: 'birth-date', words: 'data de nascimento|nascimento|aniversário', weight: 4 },
    { means: 'birth-day', words: 'dia de nascimento|dia do nascimento', weight: 5 },
    { means: 'birth-month', words: 'mês de nascimento|mês do nascimento', weight: 5 },
    { means: 'birth-year', words: 'ano de nascimento|ano do nascimento', weight: 5 },
    {
      means: 'card-number',
      words: 'número do cartão|número de cartão|cartão de crédito|nº do cartão',
      weight: 4,
    },
    {
      means: 'card-expiry',
      words: 'validade|data de validade|vencimento|data de expiração|data de vencimento|validade do cartão',
      weight: 3.5,
    },
    { means: 'card-expiry-month', words: 'mês de validade|mês de vencimento', weight: 5.5 },
    { means: 'card-expiry-year', words: 'ano de validade|ano de vencimento', weight: 5.5 },
    {
      means: 'card-code',
      words: 'código de segurança do cartão|cód. de segurança',
      weight: 5,
    },
    {
      means: 'card-name',
      words:
        'titular do cartão|nome no cartão|nome do titular|nome impresso no cartão|nome como está no cartão',
      weight: 6,
    },
    {
      means: 'captcha',
      words: 'caracteres da imagem|código da imagem|digite os caracteres|texto da imagem|letras da imagem',
      weight: 6,
    },
    {
      means: 'promo',
      words:
        'cupom|cupom de desconto|código de desconto|cupão|código de convite|vale desconto|desconto|código de indicação',
      weight: 6,
    },
    {
      means: 'gift-card',
      words: 'cartão presente|vale-presente|cartão oferta|cartão de fidelidade',
      weight: 6,
    },
    {
      means: 'reference',
      words:
        'número do pedido|número da encomenda|código de rastreio|número da reserva|número da fatura|código do país|ddd|indicativo|número do cliente',
      weight: 5,
    },
    {
      means: 'search',
      words: 'pesquisar|pesquisa|procurar|o que você procura',
      weight: 4,
    },
    {
      means: 'address',
      words:
        'rua|logradouro|número da casa|complemento|bairro|endereço de entrega|morada|endereço de cobrança',
      weight: 4,
    },
    { means: 'address', words: 'endereço', weight: 1.5 },
    { means: 'postcode', words: 'cep', weight: 5 },
    {
      means: 'region',
      words: 'cidade|uf|distrito|região|nacionalidade|localidade|concelho',
      weight: 4,
    },
    {
      means: 'company',
      words: 'razão social|organização|nome da empresa|profissão|nome fantasia',
      weight: 4.2,
    },
    { means: 'quantity', words: 'quantidade|idade', weight: 4 },
    { means: 'amount', words: 'valor|doação|preço', weight: 4 },
    {
      means: 'secret-question',
      words: 'pergunta secreta|resposta secreta|pergunta de segurança',
      weight: 6,
    },
    {
      means: 'message',
      words: 'mensagem|sua mensagem|assunto|observações',
      weight: 3.5,
    },
    {
      means: 'document',
      words: 'cnpj|rg|passaporte|número do documento|inscrição estadual|cpf/cnpj',
      weight: 4.5,
    },
    { means: 'salutation', words: 'gênero|sexo', weight: 5 },
    { means: 'date', words: 'chegada|partida', weight: 3 },
  ],
  passwords: [
    {
      means: 'new-password',
      words:
        'nova senha|confirmar senha|confirme sua senha|confirme a senha|repita a senha|repetir senha|criar senha|crie uma senha|nova palavra-passe|confirmar palavra-passe|confirmação de senha|escolha uma senha|confirmar a senha|confirme a palavra-passe|confirme a sua senha',
      weight: 4,
    },
    { means: 'new-password', words: 'pelo menos|no mínimo|maiúscula', weight: 2.5 },
    { means: 'current-password', words: 'senha atual|senha antiga|palavra-passe atual', weight: 4 },
  ],
  forms: [
    {
      means: 'sign-up',
      words:
        'cadastrar|cadastre-se|cadastro|criar conta|crie sua conta|criar uma conta|registe-se|registar|inscrever-se|nova conta|quero me cadastrar|criar minha conta|inscreva-se|novo cliente|registo|cadastrar-se|criar cadastro',
      weight: 3,
    },
    {
      means: 'log-in',
      words:
        'iniciar sessão|acessar|esqueci minha senha|esqueceu a senha|esqueceu sua senha|lembrar-me|já tenho conta|já sou cliente|acesse sua conta|manter conectado|fazer login|acesso|faça login|aceder|esqueci a senha|mantenha-me conectado',
      weight: 3,
    },
    {
      means: 'newsletter',
      words:
        'receba ofertas|receba novidades|subscrever|assinar newsletter|receba nossas|novidades e promoções|assine',
      weight: 4,
    },
    {
      means: 'contact',
      words: 'contato|fale conosco|enviar mensagem|entre em contato|formulário de contato|fale connosco',
      weight: 3.5,
    },
    {
      means: 'checkout',
      words: 'entrega|endereço de entrega|carrinho|finalizar pedido|encomenda|como convidado|frete',
      weight: 3,
    },
    {
      means: 'payment',
      words: 'cartão de crédito|forma de pagamento|método de pagamento',
      weight: 3,
    },
    { means: 'search', words: 'pesquisar|pesquisa', weight: 3 },
    {
      means: 'settings',
      words: 'configurações|alterar senha|salvar alterações|meu perfil|redefinir senha|nova senha|definições',
      weight: 3,
    },
    {
      means: 'code-email',
      words:
        'enviado para seu e-mail|para o seu e-mail|verifique seu e-mail|caixa de entrada|confirme seu e-mail|por e-mail|enviamos um e-mail|para seu e-mail|caixa de spam|lixo eletrônico',
      weight: 4,
    },
    {
      means: 'code-sms',
      words: 'mensagem de texto|para seu celular|para seu telefone|verifique seu número|para o seu celular',
      weight: 4,
    },
    {
      means: 'code-totp',
      words:
        'aplicativo autenticador|app autenticador|aplicativo de autenticação|app de autenticação|aplicação de autenticação',
      weight: 4,
    },
    {
      means: 'code',
      words:
        'código de verificação|código de segurança|dois fatores|duas etapas|digite o código|não recebeu|código de confirmação|verificação|insira o código',
      weight: 3,
    },
  ],
};
