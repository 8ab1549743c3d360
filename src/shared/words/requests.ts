/** Why the app did not do what the popover asked; what the dialler itself refuses is in `problems.ts`. */
export const requestWords = {
  en: {
    'invalid-request': 'The app could not read this request. Check what you typed.',
    internal: 'Something went wrong inside the app. Its log says more.',
    'bad-dictionary': 'This is not a status dictionary. Paste all of the text that an export copied.',
    crm: {
      'no-template': 'There is no CRM link yet. Add one in the settings, under CRM link.',
      'not-https': 'The CRM link has to begin with https://.',
      'not-an-address': 'The CRM link does not make an address with the data of this call.',
      'placeholder-in-host': 'In the CRM link the name of the server has to be fixed: no placeholders there.',
      'unknown-placeholder': 'The CRM link has a placeholder that does not exist.',
      'too-long': 'With the data of this call the CRM link is too long to be opened.',
      'not-opened': 'The system did not open the CRM link.',
    },
  },
  es: {
    'invalid-request': 'La aplicación no entendió la petición. Revisa lo que escribiste.',
    internal: 'Algo falló dentro de la aplicación. Su registro dice más.',
    'bad-dictionary': 'Esto no es un diccionario de estados. Pega todo el texto que copió una exportación.',
    crm: {
      'no-template': 'Aún no hay enlace al CRM. Añádelo en los ajustes, en «Enlace al CRM».',
      'not-https': 'El enlace al CRM tiene que empezar por https://.',
      'not-an-address': 'El enlace al CRM no da una dirección con los datos de esta llamada.',
      'placeholder-in-host': 'En el enlace al CRM el nombre del servidor es fijo: ahí no van marcadores.',
      'unknown-placeholder': 'El enlace al CRM tiene un marcador que no existe.',
      'too-long': 'Con los datos de esta llamada el enlace al CRM es demasiado largo para abrirlo.',
      'not-opened': 'El sistema no abrió el enlace al CRM.',
    },
  },
} as const;
