import type { ProblemDetail, ProblemKind } from '../problem.ts';

type ProblemWords = Readonly<Record<ProblemKind, { readonly title: string; readonly advice: string }>>;

/**
 * What went wrong with the dialler, and the way out. Titles have no full stop: a detail may follow
 * in brackets, such as an HTTP status or the dialler's own code.
 */
export const problemWords = {
  en: {
    'wrong-credentials': {
      title: 'The dialler refused the API user or password',
      advice:
        'Check both and try again. Nothing more is asked until then, so that the account is not locked.',
    },
    'no-permission': {
      title: 'This API user may not see agents',
      advice: 'Ask the administrator of the dialler for an API user of level 8 or higher.',
    },
    'no-password': {
      title: 'No password is stored for this account',
      advice: 'Sign in with the password of the API user.',
    },
    'session-user-wanted': {
      title: 'This dialler asks for a session user, which the API does not document',
      advice: 'Ask its administrator to allow API calls without session_user.',
    },
    'unknown-agent': {
      title: 'The dialler knows no agent of this name',
      advice: 'Check the spelling; upper and lower case may count.',
    },
    'not-this-api': {
      title: 'This dialler does not offer live agent status',
      advice: 'Check the server address, and that the dialler is a CrocoDial with getLiveAgentInfo.',
    },
    'bad-request': {
      title: 'The dialler did not accept the request',
      advice: 'Check the agent’s user name; its API may also differ from the documented one.',
    },
    'dialler-error': {
      title: 'The dialler reported an error',
      advice: 'It may pass by itself; if it stays, tell the administrator of the dialler.',
    },
    'empty-answer': {
      title: 'The dialler sent an empty answer',
      advice: 'If it is always the same agent, look for odd characters in that agent’s names.',
    },
    'html-page': {
      title: 'A web page came instead of an answer from the API',
      advice: 'Check the server address; a login page of the network may also stand in between.',
    },
    'format-ignored': {
      title: 'The dialler answered in XML although JSON was asked for',
      advice: 'Choose XML under Advanced, or check whether something in between changes the request.',
    },
    unreadable: {
      title: 'The answer of the dialler could not be read',
      advice: 'Check the server address; if it is right, the answer may have been cut off on the way.',
    },
    'too-large': {
      title: 'The answer was far too long for live agent status',
      advice: 'Check the server address.',
    },
    'http-error': {
      title: 'The server answered with an error',
      advice: 'It may be restarting or overloaded; if it stays, tell its administrator.',
    },
    'rate-limited': {
      title: 'The server says there are too many requests',
      advice: 'Ask about each agent less often, or watch fewer agents.',
    },
    redirected: {
      title: 'The server points to another address',
      advice: 'Passwords are not sent on; if you trust that address, connect to it instead.',
    },
    'proxy-login': {
      title: 'The proxy of your network did not let the request through',
      advice: 'It may want you to log in, or the proxy settings of this computer may be wrong.',
    },
    'name-not-found': {
      title: 'No server of this name was found',
      advice: 'Check the server address and your network.',
    },
    refused: {
      title: 'Nothing answers at this server address',
      advice: 'Check the address and port; the server may be down or behind a firewall.',
    },
    'connection-broken': {
      title: 'The connection to the server broke off',
      advice: 'Check your network; the server may be restarting.',
    },
    tls: {
      title: 'The server could not prove who it is',
      advice:
        'Its certificate is not trusted here, so no password was sent. Check the address and this computer’s clock.',
    },
    timeout: {
      title: 'The server took too long to answer',
      advice: 'It may be overloaded, or your network slow.',
    },
    offline: {
      title: 'This computer is not connected to a network',
      advice: 'Watching goes on once the connection is back.',
    },
  },
  es: {
    'wrong-credentials': {
      title: 'El marcador rechazó el usuario o la contraseña de API',
      advice:
        'Revisa ambos e inténtalo de nuevo. Hasta entonces no se pregunta más, para que la cuenta no se bloquee.',
    },
    'no-permission': {
      title: 'Este usuario de API no puede ver agentes',
      advice: 'Pide al administrador del marcador un usuario de API de nivel 8 o superior.',
    },
    'no-password': {
      title: 'No hay contraseña guardada para esta cuenta',
      advice: 'Inicia sesión con la contraseña del usuario de API.',
    },
    'session-user-wanted': {
      title: 'Este marcador pide un usuario de sesión que la API no documenta',
      advice: 'Pide a su administrador que permita llamadas a la API sin session_user.',
    },
    'unknown-agent': {
      title: 'El marcador no conoce a ningún agente con este nombre',
      advice: 'Revisa cómo está escrito; mayúsculas y minúsculas pueden contar.',
    },
    'not-this-api': {
      title: 'Este marcador no ofrece el estado de los agentes en vivo',
      advice: 'Revisa la dirección y que el marcador sea un CrocoDial con getLiveAgentInfo.',
    },
    'bad-request': {
      title: 'El marcador no aceptó la petición',
      advice: 'Revisa el usuario del agente; su API también puede ser distinta de la documentada.',
    },
    'dialler-error': {
      title: 'El marcador comunicó un error',
      advice: 'Puede pasar solo; si continúa, avisa al administrador del marcador.',
    },
    'empty-answer': {
      title: 'El marcador envió una respuesta vacía',
      advice: 'Si es siempre el mismo agente, busca caracteres raros en sus nombres.',
    },
    'html-page': {
      title: 'Llegó una página web en lugar de una respuesta de la API',
      advice: 'Revisa la dirección; también puede haber por medio una página de acceso de la red.',
    },
    'format-ignored': {
      title: 'El marcador respondió en XML aunque se pidió JSON',
      advice: 'Elige XML en Avanzado, o comprueba si algo por medio cambia la petición.',
    },
    unreadable: {
      title: 'No se pudo leer la respuesta del marcador',
      advice: 'Revisa la dirección; si es correcta, la respuesta pudo cortarse por el camino.',
    },
    'too-large': {
      title: 'La respuesta era demasiado larga para ser el estado de un agente',
      advice: 'Revisa la dirección del servidor.',
    },
    'http-error': {
      title: 'El servidor respondió con un error',
      advice: 'Puede estar reiniciándose o sobrecargado; si continúa, avisa a su administrador.',
    },
    'rate-limited': {
      title: 'El servidor dice que recibe demasiadas peticiones',
      advice: 'Pregunta por cada agente con menos frecuencia o vigila a menos agentes.',
    },
    redirected: {
      title: 'El servidor remite a otra dirección',
      advice: 'Las contraseñas no se reenvían; si confías en esa dirección, conéctate a ella.',
    },
    'proxy-login': {
      title: 'El proxy de tu red no dejó pasar la petición',
      advice: 'Puede pedir que inicies sesión, o el proxy de este equipo puede estar mal configurado.',
    },
    'name-not-found': {
      title: 'No se encontró ningún servidor con este nombre',
      advice: 'Revisa la dirección del servidor y tu red.',
    },
    refused: {
      title: 'Nadie responde en esta dirección',
      advice: 'Revisa la dirección y el puerto; el servidor puede estar parado o tras un cortafuegos.',
    },
    'connection-broken': {
      title: 'Se cortó la conexión con el servidor',
      advice: 'Revisa tu red; el servidor puede estar reiniciándose.',
    },
    tls: {
      title: 'El servidor no pudo demostrar quién es',
      advice:
        'Aquí no se confía en su certificado, así que no se envió la contraseña. Revisa la dirección y el reloj de este equipo.',
    },
    timeout: {
      title: 'El servidor tardó demasiado en responder',
      advice: 'Puede estar sobrecargado, o tu red ir lenta.',
    },
    offline: {
      title: 'Este equipo no está conectado a ninguna red',
      advice: 'La vigilancia seguirá cuando vuelva la conexión.',
    },
  },
} as const satisfies Readonly<Record<'en' | 'es', ProblemWords>>;

/** Stand in brackets after a title. */
export const problemDetailWords = {
  en: {
    // Chromium does not tell the two apart.
    expired: 'its certificate has expired or is not valid yet',
    'self-signed': 'its certificate is signed by itself',
    'wrong host': 'its certificate is for another name',
    'unknown issuer': 'nobody trusted here issued its certificate',
    revoked: 'its certificate was revoked',
    'PHP error': 'an error of PHP',
  },
  es: {
    expired: 'su certificado ha caducado o aún no es válido',
    'self-signed': 'su certificado está firmado por él mismo',
    'wrong host': 'su certificado es de otro nombre',
    'unknown issuer': 'su certificado no viene de nadie de confianza aquí',
    revoked: 'su certificado fue revocado',
    'PHP error': 'un error de PHP',
  },
} as const satisfies Readonly<Record<'en' | 'es', Readonly<Record<ProblemDetail, string>>>>;
