export interface Campaign {
  readonly id: string;
  readonly name: string;
  /** The number customers see: of the range kept for fiction. */
  readonly callerId: string;
}

/** Names hold what makes a dialler's escaping visible: a slash, an accent, an ampersand. */
export const campaigns: readonly [Campaign, ...Campaign[]] = [
  { id: '4460708090', name: 'VENTAS_HOGAR', callerId: '15550190001' },
  { id: 'CAMP001', name: 'RETENCIÓN_MÓVIL', callerId: '15550190002' },
  { id: '1234567', name: 'SUPPORT/EN', callerId: '15550190003' },
  { id: 'COBNORTE', name: 'COBRANZA_NORTE', callerId: '15550190004' },
  { id: '7700215', name: 'CARE & BILLING', callerId: '15550190005' },
];
