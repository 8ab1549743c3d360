import { useEffect, useRef, useState } from 'react';
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
          <Frame key={nameOf(look)} title={`${name}, ${nameOf(look)}`} address={addressOf(name, look)} />
        ))}
      </div>
    </figure>
  );
}

/** A page of its own, loaded only while it is near: what lies on the disk a browser never loads lazily by itself. */
function Frame({ title, address }: { readonly title: string; readonly address: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: box.current.closest('main'),
      rootMargin: '600px',
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className="h-[600px] w-[380px] shrink-0 overflow-hidden rounded-xl border border-line-strong"
    >
      {isNear ? <iframe title={title} src={address} className="size-full" /> : null}
    </div>
  );
}

const languageNames = { en: 'English', es: 'Spanish' } as const;

const nameOf = ({ theme, language, text }: Look): string => `${theme}, ${languageNames[language]}, ${text} %`;
