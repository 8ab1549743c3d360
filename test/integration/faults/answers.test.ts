import { expect, test } from 'vitest';
import { offlineShapes } from '../../../src/simulator/offline-shapes.ts';
import { playRow } from './play.ts';
import { type FaultRow, fails, goesWell, loggedOut, stops } from './row.ts';
import { allSaid, changed, error, fixture, said, saidOfAna, success, warning, withFields } from './said.ts';
import { allThatShows } from './sentence.ts';
import { ana } from './stage.ts';

const noLiveState: readonly FaultRow[] = [
  ...offlineShapes.map(
    (offlineAs): FaultRow => ({
      row: `logged out as ${offlineAs}`,
      taken: loggedOut(offlineAs === 'word' ? 'LOGGED OUT' : 'No live state'),
      begin: ({ server, floor }) => {
        const was = floor.stateAt(ana, 0);
        server.behave({ offlineAs });
        floor.set(ana, null);
        return () => floor.set(ana, was);
      },
    }),
  ),
  saidOfAna('VICIdial: agent not logged in', loggedOut(), 'ERROR: agent_status AGENT NOT LOGGED IN|6666'),
  saidOfAna('"Agent not logged in"', loggedOut(), error('Agent not logged in')),
  saidOfAna('null in every field', loggedOut(), success({ status: null, lead_id: null, in_call_with: null })),
];

const wrongShapes: readonly FaultRow[] = Object.entries({
  'a list of users': { user_list: [{ user: ana, name: 'Ana Ruiz' }] },
  'the totals of the floor': { total_live_agents: 61, paused_agents: 9, ready_agents: 24 },
  'a bare number': 28,
  true: true,
  'a list of texts': ['READY'],
  'a greeting': 'Welcome',
  'a status that is a list': { status: ['IN CALL'] },
  'a status that is an object': { status: { text: 'IN CALL' } },
}).map(([name, data]) => said(`a success with ${name}`, fails('unreadable'), success(data)));

const oddButRight: readonly FaultRow[] = [
  changed('warnings before', goesWell, (right) => warning + right),
  changed('warnings after', goesWell, (right) => `${right}\n${warning}`),
  changed('byte order mark', goesWell, (right) => `\ufeff${right}`),
  changed('white space around', goesWell, (right) => `\r\n\t ${right} \n\n`),
  changed('"SUCCESS " in capitals', goesWell, (right) => right.replace('"success"', '" SUCCESS "')),
  changed('Latin-1 in a name', goesWell, (right) =>
    Buffer.from(right.replace('Spring offer', 'RETENCIÓN'), 'latin1'),
  ),
  changed('deep nesting', goesWell, (right) =>
    right.replace('"data":{', `"x":${'['.repeat(3_000)}${']'.repeat(3_000)},"data":{`),
  ),
  changed('__proto__ keys', goesWell, (right) =>
    right.replace(
      '"data":{',
      '"__proto__":{"result":"error"},"data":{"__proto__":{"status":"READY"},"constructor":{"status":"X"},',
    ),
  ),
  withFields('numbers as strings', goesWell, (data) => ({ ...data, lead_id: String(data['lead_id']) })),
  withFields('strings as numbers', goesWell, (data) => ({
    ...data,
    in_call_with: Number(data['in_call_with']),
    conf_exten: 8600118,
    campaign_id: 4460708090,
  })),
  withFields(
    'null in every field but the status',
    goesWell,
    ({ status, lead_id, in_call_with, ...rest }) => ({
      ...Object.fromEntries(Object.keys(rest).map((name) => [name, null])),
      status,
      lead_id,
      in_call_with,
    }),
  ),
  withFields('no field but the status', goesWell, ({ status, lead_id }) => ({ status, lead_id })),
  withFields('a list where a row is meant', goesWell, (data) => [data]),
  withFields('names of 5,000 characters', goesWell, (data) => ({
    ...data,
    campaign_name: 'Ñ😀'.repeat(2_500),
    vendor_lead_code: 'x'.repeat(5_000),
    call_type: ' \n'.repeat(2_500),
  })),
  withFields('bidi, control and zero-width characters', goesWell, (data) => ({
    ...data,
    status: String(data['status']).split('').join('\u200b\u202e\u0007'),
    campaign_name: '\u202eSpring\u0000 \u2066offer\u2069\r\n\u001b[31m\ufeff',
  })),
  withFields('HTML in names', goesWell, (data) => ({
    ...data,
    campaign_name: '<img src=x onerror="alert(1)"><script>alert(2)</script>{{count}}',
  })),
  ...Object.entries({
    'changes case': ['in call', 'ready'],
    'changes spelling': ['IN_CALL', 'READY'],
    'changes language': ['EN LLAMADA', 'DISPONIBLE'],
  }).map(([row, [inCall = '', ready = '']]) =>
    withFields(`a status that ${row}`, { as: 'answer', status: inCall }, (data) => ({
      ...data,
      status: data['status'] === 'IN CALL' ? inCall : ready,
    })),
  ),
];

/** Whoever looks at the page, the panel or the log reads no number in these. */
const readsNoNumber: FaultRow['meanwhile'] = (stage) => {
  for (const text of [...allThatShows(stage), ...stage.shown, ...stage.log.lines]) {
    expect(text.replace(/\D/g, '')).not.toMatch(/5010100[789]/);
  }
};
const spelt = (number: unknown): string =>
  `"Ana Ruiz" <sip:+${String(number).replace(/(...)(?=.)/g, '$1\u2013')}@10.0.0.1:5060>`;

const numbers: readonly FaultRow[] = [
  withFields('a number and a lead spelt otherwise in mid-call', goesWell, (data) =>
    data['status'] === 'IN CALL'
      ? { ...data, in_call_with: spelt(data['in_call_with']), lead_id: `000${data['lead_id']}` }
      : data,
  ),
  withFields('the number repeated in other fields', goesWell, (data) => ({
    ...data,
    campaign_id: data['in_call_with'],
    campaign_name: `Call ${spelt(data['in_call_with'])} ext. 99`,
    call_type: String(data['in_call_with']).replace(/(..)/g, '$1/'),
    vendor_lead_code: `cust_${data['in_call_with']}`,
  })),
].map((row): FaultRow => ({ ...row, meanwhile: readsNoNumber }));

const broken: readonly FaultRow[] = [
  changed('truncated JSON', fails('unreadable'), (right) => right.slice(0, right.length / 2)),
  changed('text after', fails('unreadable'), (right) => `${right} and that is all`),
  changed('in a list', fails('unreadable'), (right) => `[${right}]`),
  changed('UTF-16', fails('unreadable'), (right) => Buffer.from(right, 'utf16le')),
  ...allSaid(fails('unreadable'), {
    'bytes that are no text': Buffer.from([0xff, 0xfe, 0x00, 0x80]),
    'JSON without result or code': '{"data":{"status":"READY"}}',
    null: 'null',
    'nesting without end': `{"result":${'['.repeat(100_000)}`,
    'nothing but beginnings': '{"'.repeat(50_000),
  }),
  said('20 MB', fails('too-large'), Buffer.alloc(20 * 1024 * 1024, ' ')),
];

const inXml = [
  changed('XML as the server writes it', goesWell, (right) => right),
  changed('XML after warnings', goesWell, (right) => warning + right),
  changed('XML cut off', fails('unreadable'), (right) => right.slice(0, right.length / 2)),
  changed('XML with entities of its own', fails('unreadable'), (right) =>
    right.replace('<result>', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><result>&b;'),
  ),
  changed('XML nested without end', fails('unreadable'), (right) =>
    right.replace('<data>', `<data>${'<a>'.repeat(30_000)}`),
  ),
  changed('XML with `]]>` in a name', goesWell, (right) =>
    right.replace('Spring offer', '<![CDATA[Spring ]]> <offer> & more]]>'),
  ),
  said('XML refusal', stops('wrong-credentials'), fixture('refused.xml')),
].map((row): FaultRow => ({ ...row, stage: { format: 'xml' } }));

const rows = [...noLiveState, ...wrongShapes, ...oddButRight, ...numbers, ...broken, ...inXml];

test.for(rows)('answers: $row', async (row, context) => {
  await playRow(context, 'Answers', row);
});
