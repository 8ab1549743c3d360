import { type Campaign, campaigns } from './campaigns.ts';
import { createRandom, integer } from './random.ts';

/** A dialler user, as the roster knows them. */
export interface Person {
  readonly user: string;
  readonly name: string;
  readonly userId: number;
  readonly exten: number;
  readonly confExten: string;
  readonly campaign: Campaign;
  readonly isActive: boolean;
}

const firstNames = (
  'Ana Luis María James Sofía Diego Emily José Valentina Carlos Grace Miguel Lucía Kevin Camila Andrés ' +
  'Olivia Javier Daniela Ryan Isabel Pedro Chloe Mateo Elena Brian Paula Raúl Megan Tomás Julia'
).split(' ');
const lastNames = (
  'Ruiz Peña Walker Gómez Morales Bennett Núñez Castillo Ortega Foster Herrera Vargas Hughes Méndez Silva ' +
  'Reyes Parker Ibáñez Campos Turner Delgado Rojas Cooper Fuentes Navarro Brooks Salazar Acosta Murphy'
).split(' ');

/** As many different people as wanted, the same ones for the same seed. */
export function createPeople(seed: number, count: number): readonly Person[] {
  const pairs = firstNames.length * lastNames.length;
  const first = integer(createRandom(seed), 0, pairs - 1);
  return Array.from({ length: count }, (_, index) => {
    // Coprime to the number of pairs: every pair comes up once before any comes again.
    const pair = (first + index * 557) % pairs;
    const given = firstNames[pair % firstNames.length] ?? '';
    const family = lastNames[Math.floor(pair / firstNames.length)] ?? '';
    const again = Math.floor(index / pairs);
    return createPerson(usernameOf(given, family, index, again), index, { name: `${given} ${family}` });
  });
}

export function createPerson(
  user: string,
  index: number,
  given: Partial<Pick<Person, 'name' | 'isActive'>> = {},
): Person {
  return {
    user,
    name: given.name ?? user,
    userId: 2001 + index,
    exten: 2001 + index,
    confExten: String(8600051 + index),
    campaign: campaigns[index % campaigns.length] ?? campaigns[0],
    isActive: given.isActive ?? true,
  };
}

/** Diallers hold both spellings, `ana.ruiz` and `Ana.Ruiz`, depending on who typed the user in. */
function usernameOf(given: string, family: string, index: number, again: number): string {
  const plain = `${given}.${family}`.normalize('NFD').replace(/\p{M}/gu, '');
  const cased = index % 4 === 1 ? plain : plain.toLowerCase();
  return again === 0 ? cased : `${cased}${again + 1}`;
}
