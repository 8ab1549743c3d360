/** The first choice, and the way back in after signing out. */
export const firstRunWords = {
  en: {
    title: 'Croco Tray',
    tagline: 'See your agents at a glance and be told when a call connects.',
    connect: 'Connect to your dialler',
    connectHint: 'Watch your own agents with a CrocoDial or GOautodial API user.',
    demo: 'Try the demo',
    demoHint: 'Watch a made-up floor that runs on this computer; no account needed.',
    startingDemo: 'Starting the demo…',
  },
  es: {
    title: 'Croco Tray',
    tagline: 'Tus agentes de un vistazo, y un aviso cuando se conecta una llamada.',
    connect: 'Conectar con tu marcador',
    connectHint: 'Vigila a tus agentes con un usuario de API de CrocoDial o GOautodial.',
    demo: 'Probar la demo',
    demoHint: 'Mira una sala inventada que funciona en este equipo, sin cuenta.',
    startingDemo: 'Iniciando la demo…',
  },
} as const;

export const signInWords = {
  en: {
    title: 'Signed out',
    noPassword: 'No password is stored for {{user}} on {{host}}.',
    unread: 'The keychain of this computer could not be read',
    unreadAdvice: 'Unlock it and read it again, or type the password.',
    readAgain: 'Read the keychain again',
    noKeychain: 'No keychain was found on this computer to keep it in.',
    password: 'API password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    another: 'Connect to another dialler',
    edit: 'Edit this connection',
    forget: 'Forget this account',
    needed: 'Type the password of the API user.',
  },
  es: {
    title: 'Sesión cerrada',
    noPassword: 'No hay contraseña guardada para {{user}} en {{host}}.',
    unread: 'No se pudo leer el llavero de este equipo',
    unreadAdvice: 'Desbloquéalo y vuelve a leerlo, o escribe la contraseña.',
    readAgain: 'Leer el llavero otra vez',
    noKeychain: 'No se encontró en este equipo un llavero donde guardarla.',
    password: 'Contraseña de API',
    submit: 'Iniciar sesión',
    submitting: 'Iniciando sesión…',
    another: 'Conectar con otro marcador',
    edit: 'Editar esta conexión',
    forget: 'Olvidar esta cuenta',
    needed: 'Escribe la contraseña del usuario de API.',
  },
} as const;
