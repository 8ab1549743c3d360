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
      'settings-not-saved':
        'Your settings could not be saved. They hold until you quit; check that the disk is not full or read-only.',
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
      'settings-not-saved':
        'No se pudieron guardar los ajustes. Valen hasta que salgas; comprueba que el disco no esté lleno o protegido.',
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
