// undici's files one by one: its index also loads fetch, WebSocket, caches and mocks, which takes 40 ms at every start (measured by `npm run bench`).
declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici';
}

declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici';
}

declare module 'undici/lib/core/connect.js' {
  export { buildConnector as default } from 'undici';
}
