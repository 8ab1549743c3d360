import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';

/** For one host. */
const mostSockets = 6;

export interface Sockets {
  /** By a proxy, with the login it wants, if it wants one. */
  readonly agentFor: (protocol: string, proxy: URL | null) => Agent;
  readonly close: () => void;
}

/** The connections of one session: kept open, and as few as Chromium has over HTTP/1.1. */
export function createSockets(): Sockets {
  const agents = new Map<string, Agent>();

  function agentFor(protocol: string, proxy: URL | null): Agent {
    const key = `${protocol} ${proxy?.href ?? ''}`;
    const proxyEnv = proxy === null ? undefined : { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href };
    const options = { keepAlive: true, maxSockets: mostSockets, proxyEnv };
    const agent = agents.get(key) ?? (protocol === 'https:' ? new SecureAgent(options) : new Agent(options));
    agents.set(key, agent);
    return agent;
  }

  return {
    agentFor,
    close: () => {
      for (const agent of agents.values()) agent.destroy();
      agents.clear();
    },
  };
}
