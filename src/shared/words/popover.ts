/** What every screen of the popover shares. */
export const popoverWords = {
  en: {
    back: 'Back',
    cancel: 'Cancel',
    clear: 'Clear',
    dismiss: 'Dismiss',
    undo: 'Undo',
    tryAgain: 'Try again',
    loading: 'Loading…',
    unreachable: 'This window lost touch with the app behind it.',
    messages: 'Messages',
    copyDiagnostics: 'Copy diagnostics',
    diagnosticsCopied: 'Copied. Paste it to whoever supports you.',
    notice: {
      'settings-broken':
        'The settings file could not be read, so the app started with fresh settings. The old file is kept as {{keptAs}}.',
      'settings-newer':
        'The settings were saved by a newer version of Croco Tray, so this one started with fresh settings. They are kept as {{keptAs}}.',
      'settings-not-saved':
        'Your settings could not be saved. They hold until you quit; check that the disk is not full or read-only.',
      'inbox-lost': 'The inbox of the last run could not be read, so it starts empty.',
      'inbox-kept-aside':
        'The inbox of the last run could not be used, so it starts empty. The old file is kept as {{keptAs}}.',
      'inbox-not-saved':
        'The inbox could not be saved. It holds until you quit; check that the disk is not full or read-only.',
      'password-left':
        'The keychain could not be reached, so it may still hold the password. Unlock it and delete the entry “Croco Tray” there.',
      'no-tray':
        'This desktop shows no tray icons. Start Croco Tray again to open this window; on GNOME the AppIndicator extension adds a tray.',
    },
    secretReason: {
      missing: 'no keychain was found on this computer',
      refused: 'the keychain of this computer would not keep it',
    },
    sessionOnly: 'The password is kept for this run only, because {{reason}}.',
  },
  es: {
    back: 'Volver',
    cancel: 'Cancelar',
    clear: 'Borrar',
    dismiss: 'Descartar',
    undo: 'Deshacer',
    tryAgain: 'Reintentar',
    loading: 'Cargando…',
    unreachable: 'Esta ventana ha perdido el contacto con la aplicación.',
    messages: 'Mensajes',
    copyDiagnostics: 'Copiar diagnóstico',
    diagnosticsCopied: 'Copiado. Pégalo a quien te dé soporte.',
    notice: {
      'settings-broken':
        'No se pudo leer el archivo de ajustes y la aplicación empezó con ajustes nuevos. El anterior se conserva como {{keptAs}}.',
      'settings-newer':
        'Los ajustes los guardó una versión más nueva de Croco Tray y esta empezó con ajustes nuevos. Se conservan como {{keptAs}}.',
      'settings-not-saved':
        'No se pudieron guardar los ajustes. Valen hasta que salgas; comprueba que el disco no esté lleno o protegido.',
      'inbox-lost': 'No se pudo leer la bandeja de avisos anterior y empieza vacía.',
      'inbox-kept-aside':
        'No se pudo usar la bandeja de avisos anterior y empieza vacía. El archivo se conserva como {{keptAs}}.',
      'inbox-not-saved':
        'No se pudo guardar la bandeja de avisos. Vale hasta que salgas; comprueba que el disco no esté lleno o protegido.',
      'password-left':
        'No se pudo acceder al llavero, así que quizá aún guarda la contraseña. Desbloquéalo y borra allí la entrada «Croco Tray».',
      'no-tray':
        'Este escritorio no muestra iconos de bandeja. Inicia Croco Tray otra vez para abrir esta ventana; en GNOME, la extensión AppIndicator añade una bandeja.',
    },
    secretReason: {
      missing: 'no se encontró un llavero en este equipo',
      refused: 'el llavero de este equipo no quiso guardarla',
    },
    sessionOnly: 'La contraseña se conserva solo hasta que salgas, porque {{reason}}.',
  },
} as const;
