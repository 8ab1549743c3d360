/** Why the app did not do what the popover asked; what the dialler itself refuses is in `problems.ts`. */
export const requestWords = {
  en: {
    'invalid-request': 'The app could not read this request. Check what you typed.',
    internal: 'Something went wrong inside the app. Its log says more.',
  },
  es: {
    'invalid-request': 'La aplicación no entendió la petición. Revisa lo que escribiste.',
    internal: 'Algo falló dentro de la aplicación. Su registro dice más.',
  },
} as const;
