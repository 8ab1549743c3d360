export const apiUser = 'bench';
export const password = 'bench-password';
