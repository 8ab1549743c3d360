import { addressOf, type Look, looks, plainLook } from './look.ts';
import type { Specimen } from './specimen.ts';
import { screens } from './specimens.ts';

/** Every specimen of every screen, in one look or in those that matter. */
export function Overview({ only }: { readonly only: Look | null }) {
  const shown = only === null ? looks : [only];
  const worst: Look = { theme: 'dark', language: 'es', text: 200 };
  return (
    <main className="h-full overflow-y-auto p-6 select-text">
      <h1 className="text-xl font-semibold">Croco Tray: every screen in every state</h1>
      <p>All of it is made up, and time stands still. Each picture works, and opens alone by its name.</p>
      <nav aria-label="Looks" className="my-3 flex flex-wrap gap-4 text-accent underline">
        <a href="?">several</a>
        {[...looks, worst].map((look) => (
          <a key={nameOf(look)} href={addressOf(null, look)}>
            {nameOf(look)}
          </a>
        ))}
      </nav>
      {screens.map(({ title, specimens }) => (
        <section key={title} className="flex flex-wrap gap-6">
          <h2 className="w-full border-t border-line pt-4 text-lg font-semibold">{title}</h2>
          {Object.entries(specimens).map(([name, specimen]) => (
            <Shown key={name} name={name} specimen={specimen} looks={shown} />
          ))}
        </section>
      ))}
    </main>
  );
}

interface ShownProps {
  readonly name: string;
  readonly specimen: Specimen;
  readonly looks: readonly Look[];
}

function Shown({ name, specimen, looks }: ShownProps) {
  return (
    <figure className="mb-4 flex flex-col gap-2">
      <figcaption className="text-base">
        <a href={addressOf(name, looks[0] ?? plainLook)} className="font-semibold text-accent underline">
          {name}
        </a>{' '}
        {specimen.caption}
      </figcaption>
      <div className="flex gap-3">
        {looks.map((look) => (
          <iframe
            key={nameOf(look)}
            title={`${name}, ${nameOf(look)}`}
            src={addressOf(name, look)}
            loading="lazy"
            width={380}
            height={600}
            className="rounded-xl border border-line-strong"
          />
        ))}
      </div>
    </figure>
  );
}

const languageNames = { en: 'English', es: 'Spanish' } as const;

const nameOf = ({ theme, language, text }: Look): string => `${theme}, ${languageNames[language]}, ${text} %`;
