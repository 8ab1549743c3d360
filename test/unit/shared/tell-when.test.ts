import { describe, expect, it } from 'vitest';
import { type Family, families } from '../../../src/shared/family.ts';
import { hasCome, type TellEvent, tellEventsFor } from '../../../src/shared/tell-when.ts';

describe('tell me when', () => {
  it.each<[TellEvent, readonly Family[]]>([
    ['free', ['ready']],
    ['back', ['dead', 'wrap-up', 'other', 'in-call', 'ringing', 'ready']],
    ['call-ends', ['dead', 'paused', 'wrap-up', 'other', 'ringing', 'ready', 'offline']],
  ])('%s has come with these families and no others', (event, come) => {
    expect(families.filter((family) => hasCome(event, family))).toEqual(come);
  });

  it.each<[Family, readonly TellEvent[]]>([
    ['in-call', ['call-ends', 'free']],
    ['paused', ['back', 'free']],
    ['ready', []],
    ['ringing', ['free']],
    ['dead', ['free']],
    ['wrap-up', ['free']],
    ['offline', ['free']],
    ['other', ['free']],
  ])('offers to an agent who is %s: %o', (family, offered) => {
    expect(tellEventsFor(family)).toEqual(offered);
  });
});
