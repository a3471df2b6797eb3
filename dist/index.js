import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 59136:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const net = __nccwpck_require__(77030)
const assert = (holds, message = 'undici: an assertion failed') => { if (!holds) throw message instanceof Error ? message : new Error(message) }
const util = __nccwpck_require__(3440)
const { InvalidArgumentError, ConnectTimeoutError } = __nccwpck_require__(68707)

let tls // include tls conditionally since it is not always available

// TODO: session re-use does not wait for the first
// connection to resolve the session and might therefore
// resolve the same servername multiple times even when
// re-use is enabled.

const SessionCache = class WeakSessionCache {
  constructor (maxCachedSessions) {
    this._maxCachedSessions = maxCachedSessions
    this._sessionCache = new Map()
    this._sessionRegistry = new FinalizationRegistry((key) => {
      if (this._sessionCache.size < this._maxCachedSessions) {
        return
      }

      const ref = this._sessionCache.get(key)
      if (ref !== undefined && ref.deref() === undefined) {
        this._sessionCache.delete(key)
      }
    })
  }

  get (sessionKey) {
    const ref = this._sessionCache.get(sessionKey)
    return ref ? ref.deref() : null
  }

  set (sessionKey, session) {
    if (this._maxCachedSessions === 0) {
      return
    }

    if (this._sessionCache.has(sessionKey)) {
      this._sessionCache.delete(sessionKey)
    } else if (this._sessionCache.size >= this._maxCachedSessions) {
      // Make room for the new session: prefer an entry whose session has
      // already been collected, otherwise evict the oldest one.
      let evicted = false
      for (const [key, ref] of this._sessionCache) {
        if (ref.deref() === undefined) {
          this._sessionCache.delete(key)
          evicted = true
          break
        }
      }

      if (!evicted) {
        const oldest = this._sessionCache.keys().next()
        if (!oldest.done) {
          this._sessionCache.delete(oldest.value)
        }
      }
    }

    this._sessionCache.set(sessionKey, new WeakRef(session))
    this._sessionRegistry.register(session, sessionKey)
  }
}

function buildConnector ({ allowH2, preferH2, useH2c, maxCachedSessions, socketPath, timeout, session: customSession, ...opts }) {
  if (maxCachedSessions != null && (!Number.isInteger(maxCachedSessions) || maxCachedSessions < 0)) {
    throw new InvalidArgumentError('maxCachedSessions must be a positive integer or zero')
  }

  const options = { path: socketPath, ...opts }
  const sessionCache = new SessionCache(maxCachedSessions == null ? 100 : maxCachedSessions)
  timeout = timeout == null ? 10e3 : timeout
  allowH2 = allowH2 != null ? allowH2 : true
  return function connect ({ hostname, host, protocol, port, servername, localAddress, httpSocket }, callback) {
    let socket
    if (protocol === 'https:') {
      if (!tls) {
        tls = __nccwpck_require__(41692)
      }
      servername = servername || options.servername || util.getServerName(host) || null

      const sessionKey = servername || hostname
      assert(sessionKey)

      const session = customSession || sessionCache.get(sessionKey) || null

      port = port || 443

      socket = tls.connect({
        highWaterMark: 16384, // TLS in node can't have bigger HWM anyway...
        ...options,
        servername,
        session,
        localAddress,
        ALPNProtocols: allowH2 ? (preferH2 ? ['h2', 'http/1.1'] : ['http/1.1', 'h2']) : ['http/1.1'],
        socket: httpSocket, // upgrade socket connection
        port,
        host: hostname
      })

      socket
        .on('session', function (session) {
          // TODO (fix): Can a session become invalid once established? Don't think so?
          sessionCache.set(sessionKey, session)
        })
    } else {
      assert(!httpSocket, 'httpSocket can only be sent on TLS update')

      port = port || 80

      const connectOptions = {
        highWaterMark: 64 * 1024, // Same as nodejs fs streams.
        ...options,
        localAddress,
        port,
        host: hostname
      }

      const family = net.isIP(hostname)
      if (family !== 0 && servername && servername !== hostname) {
        connectOptions.host = servername
        connectOptions.lookup = (_hostname, lookupOptions, cb) => {
          if (lookupOptions.all) {
            cb(null, [{ address: hostname, family }])
          } else {
            cb(null, hostname, family)
          }
        }
      }

      socket = net.connect(connectOptions)
      if (useH2c === true) {
        socket.alpnProtocol = 'h2'
      }
    }

    // Set TCP keep alive options on the socket here instead of in connect() for the case of assigning the socket
    if (options.keepAlive == null || options.keepAlive) {
      const keepAliveInitialDelay = options.keepAliveInitialDelay === undefined ? 60e3 : options.keepAliveInitialDelay
      socket.setKeepAlive(true, keepAliveInitialDelay)
    }

    const clearConnectTimeout = util.setupConnectTimeout(new WeakRef(socket), { timeout, hostname, port })

    socket
      .setNoDelay(true)
      .once(protocol === 'https:' ? 'secureConnect' : 'connect', function () {
        queueMicrotask(clearConnectTimeout)

        if (callback) {
          const cb = callback
          callback = null
          cb(null, this)
        }
      })
      .on('error', function (err) {
        queueMicrotask(clearConnectTimeout)

        if (callback) {
          const cb = callback
          callback = null
          cb(maybeNormalizeConnectError(err, this, { timeout, hostname, port }))
        }
      })

    return socket
  }
}

// `net.connect` with `autoSelectFamily` raises an `AggregateError` when every
// attempted address fails. If any of those failures is a timeout, surface the
// error as a `ConnectTimeoutError` so callers see the same error regardless of
// which timer (Node's internal one or undici's `connectTimeout`) wins the race.
// The original `AggregateError` is preserved on `.cause`.
function maybeNormalizeConnectError (err, socket, opts) {
  if (
    err instanceof AggregateError &&
    (err.code === 'ETIMEDOUT' || err.errors.some((e) => e != null && e.code === 'ETIMEDOUT'))
  ) {
    let message = 'Connect Timeout Error'
    if (Array.isArray(socket.autoSelectFamilyAttemptedAddresses)) {
      message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(', ')},`
    } else {
      message += ` (attempted address: ${opts.hostname}:${opts.port},`
    }
    message += ` timeout: ${opts.timeout}ms)`

    const wrapped = new ConnectTimeoutError(message)
    wrapped.cause = err
    return wrapped
  }
  return err
}

module.exports = buildConnector


/***/ }),

/***/ 10735:
/***/ ((module) => {



/**
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers
 */
const wellknownHeaderNames = /** @type {const} */ ([
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Accept-Ranges',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Age',
  'Allow',
  'Alt-Svc',
  'Alt-Used',
  'Authorization',
  'Cache-Control',
  'Clear-Site-Data',
  'Connection',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'Content-Location',
  'Content-Range',
  'Content-Security-Policy',
  'Content-Security-Policy-Report-Only',
  'Content-Type',
  'Cookie',
  'Cross-Origin-Embedder-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Date',
  'Device-Memory',
  'Downlink',
  'ECT',
  'ETag',
  'Expect',
  'Expect-CT',
  'Expires',
  'Forwarded',
  'From',
  'Host',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Keep-Alive',
  'Last-Modified',
  'Link',
  'Location',
  'Max-Forwards',
  'Origin',
  'Permissions-Policy',
  'Pragma',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'RTT',
  'Range',
  'Referer',
  'Referrer-Policy',
  'Refresh',
  'Retry-After',
  'Sec-WebSocket-Accept',
  'Sec-WebSocket-Extensions',
  'Sec-WebSocket-Key',
  'Sec-WebSocket-Protocol',
  'Sec-WebSocket-Version',
  'Server',
  'Server-Timing',
  'Service-Worker-Allowed',
  'Service-Worker-Navigation-Preload',
  'Set-Cookie',
  'SourceMap',
  'Strict-Transport-Security',
  'Supports-Loading-Mode',
  'TE',
  'Timing-Allow-Origin',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Upgrade-Insecure-Requests',
  'User-Agent',
  'Vary',
  'Via',
  'WWW-Authenticate',
  'X-Content-Type-Options',
  'X-DNS-Prefetch-Control',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-Powered-By',
  'X-Requested-With',
  'X-XSS-Protection'
])

/** @type {Record<typeof wellknownHeaderNames[number]|Lowercase<typeof wellknownHeaderNames[number]>, string>} */
const headerNameLowerCasedRecord = {}

// Note: object prototypes should not be able to be referenced. e.g. `Object#hasOwnProperty`.
Object.setPrototypeOf(headerNameLowerCasedRecord, null)

for (let i = 0; i < wellknownHeaderNames.length; ++i) {
  const key = wellknownHeaderNames[i]
  const lowerCasedKey = key.toLowerCase()
  headerNameLowerCasedRecord[key] = headerNameLowerCasedRecord[lowerCasedKey] =
    lowerCasedKey
}

/**
 * Default WebSocket receive limits (see `webSocket` in Client.md). Used by
 * DispatcherBase#webSocketOptions and by the WebSocket parser when the
 * dispatcher doesn't provide a value, so a dispatcher without
 * `webSocketOptions` (a custom one, or a wrapper) doesn't remove the limits.
 */
const defaultWebSocketMaxFragments = 131072
const defaultWebSocketMaxPayloadSize = 128 * 1024 * 1024 // 128 MB

module.exports = {
  wellknownHeaderNames,
  headerNameLowerCasedRecord,
  defaultWebSocketMaxFragments,
  defaultWebSocketMaxPayloadSize
}


/***/ }),

/***/ 42414:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const diagnosticsChannel = __nccwpck_require__(53053)
const util = __nccwpck_require__(57975)

const undiciDebugLog = util.debuglog('undici')
const fetchDebuglog = util.debuglog('fetch')
const websocketDebuglog = util.debuglog('websocket')

const channels = {
  // Client
  beforeConnect: diagnosticsChannel.channel('undici:client:beforeConnect'),
  connected: diagnosticsChannel.channel('undici:client:connected'),
  connectError: diagnosticsChannel.channel('undici:client:connectError'),
  sendHeaders: diagnosticsChannel.channel('undici:client:sendHeaders'),
  // Request
  create: diagnosticsChannel.channel('undici:request:create'),
  bodySent: diagnosticsChannel.channel('undici:request:bodySent'),
  bodyChunkSent: diagnosticsChannel.channel('undici:request:bodyChunkSent'),
  bodyChunkReceived: diagnosticsChannel.channel('undici:request:bodyChunkReceived'),
  headers: diagnosticsChannel.channel('undici:request:headers'),
  trailers: diagnosticsChannel.channel('undici:request:trailers'),
  error: diagnosticsChannel.channel('undici:request:error'),
  // WebSocket
  open: diagnosticsChannel.channel('undici:websocket:open'),
  close: diagnosticsChannel.channel('undici:websocket:close'),
  socketError: diagnosticsChannel.channel('undici:websocket:socket_error'),
  ping: diagnosticsChannel.channel('undici:websocket:ping'),
  pong: diagnosticsChannel.channel('undici:websocket:pong'),
  // ProxyAgent
  proxyConnected: diagnosticsChannel.channel('undici:proxy:connected')
}

let isTrackingClientEvents = false

function trackClientEvents (debugLog = undiciDebugLog) {
  if (isTrackingClientEvents) {
    return
  }

  // Check if any of the channels already have subscribers to prevent duplicate subscriptions
  // This can happen when both Node.js built-in undici and undici as a dependency are present
  if (channels.beforeConnect.hasSubscribers || channels.connected.hasSubscribers ||
      channels.connectError.hasSubscribers || channels.sendHeaders.hasSubscribers) {
    isTrackingClientEvents = true
    return
  }

  isTrackingClientEvents = true

  diagnosticsChannel.subscribe('undici:client:beforeConnect',
    evt => {
      const {
        connectParams: { version, protocol, port, host }
      } = evt
      debugLog(
        'connecting to %s%s using %s%s',
        host,
        port ? `:${port}` : '',
        protocol,
        version
      )
    })

  diagnosticsChannel.subscribe('undici:client:connected',
    evt => {
      const {
        connectParams: { version, protocol, port, host }
      } = evt
      debugLog(
        'connected to %s%s using %s%s',
        host,
        port ? `:${port}` : '',
        protocol,
        version
      )
    })

  diagnosticsChannel.subscribe('undici:client:connectError',
    evt => {
      const {
        connectParams: { version, protocol, port, host },
        error
      } = evt
      debugLog(
        'connection to %s%s using %s%s errored - %s',
        host,
        port ? `:${port}` : '',
        protocol,
        version,
        error.message
      )
    })

  diagnosticsChannel.subscribe('undici:client:sendHeaders',
    evt => {
      const {
        request: { method, path, origin }
      } = evt
      debugLog('sending request to %s %s%s', method, origin, path)
    })
}

let isTrackingRequestEvents = false

function trackRequestEvents (debugLog = undiciDebugLog) {
  if (isTrackingRequestEvents) {
    return
  }

  // Check if any of the channels already have subscribers to prevent duplicate subscriptions
  // This can happen when both Node.js built-in undici and undici as a dependency are present
  if (channels.headers.hasSubscribers || channels.trailers.hasSubscribers ||
      channels.error.hasSubscribers) {
    isTrackingRequestEvents = true
    return
  }

  isTrackingRequestEvents = true

  diagnosticsChannel.subscribe('undici:request:headers',
    evt => {
      const {
        request: { method, path, origin },
        response: { statusCode }
      } = evt
      debugLog(
        'received response to %s %s%s - HTTP %d',
        method,
        origin,
        path,
        statusCode
      )
    })

  diagnosticsChannel.subscribe('undici:request:trailers',
    evt => {
      const {
        request: { method, path, origin }
      } = evt
      debugLog('trailers received from %s %s%s', method, origin, path)
    })

  diagnosticsChannel.subscribe('undici:request:error',
    evt => {
      const {
        request: { method, path, origin },
        error
      } = evt
      debugLog(
        'request to %s %s%s errored - %s',
        method,
        origin,
        path,
        error.message
      )
    })
}

let isTrackingWebSocketEvents = false

function trackWebSocketEvents (debugLog = websocketDebuglog) {
  if (isTrackingWebSocketEvents) {
    return
  }

  // Check if any of the channels already have subscribers to prevent duplicate subscriptions
  // This can happen when both Node.js built-in undici and undici as a dependency are present
  if (channels.open.hasSubscribers || channels.close.hasSubscribers ||
      channels.socketError.hasSubscribers || channels.ping.hasSubscribers ||
      channels.pong.hasSubscribers) {
    isTrackingWebSocketEvents = true
    return
  }

  isTrackingWebSocketEvents = true

  diagnosticsChannel.subscribe('undici:websocket:open',
    evt => {
      if (evt.address != null) {
        const { address, port } = evt.address
        debugLog('connection opened %s%s', address, port ? `:${port}` : '')
      } else {
        debugLog('connection opened')
      }
    })

  diagnosticsChannel.subscribe('undici:websocket:close',
    evt => {
      const { websocket, code, reason } = evt
      debugLog(
        'closed connection to %s - %s %s',
        websocket.url,
        code,
        reason
      )
    })

  diagnosticsChannel.subscribe('undici:websocket:socket_error',
    err => {
      debugLog('connection errored - %s', err.message)
    })

  diagnosticsChannel.subscribe('undici:websocket:ping',
    evt => {
      debugLog('ping received')
    })

  diagnosticsChannel.subscribe('undici:websocket:pong',
    evt => {
      debugLog('pong received')
    })
}

if (undiciDebugLog.enabled || fetchDebuglog.enabled) {
  trackClientEvents(fetchDebuglog.enabled ? fetchDebuglog : undiciDebugLog)
  trackRequestEvents(fetchDebuglog.enabled ? fetchDebuglog : undiciDebugLog)
}

if (websocketDebuglog.enabled) {
  trackClientEvents(undiciDebugLog.enabled ? undiciDebugLog : websocketDebuglog)
  trackWebSocketEvents(websocketDebuglog)
}

module.exports = {
  channels
}


/***/ }),

/***/ 68707:
/***/ ((module) => {



const kUndiciError = Symbol.for('undici.error.UND_ERR')
class UndiciError extends Error {
  constructor (message, options) {
    super(message, options)
    this.name = 'UndiciError'
    this.code = 'UND_ERR'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kUndiciError] === true
  }

  get [kUndiciError] () {
    return true
  }
}

const kConnectTimeoutError = Symbol.for('undici.error.UND_ERR_CONNECT_TIMEOUT')
class ConnectTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ConnectTimeoutError'
    this.message = message || 'Connect Timeout Error'
    this.code = 'UND_ERR_CONNECT_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kConnectTimeoutError] === true
  }

  get [kConnectTimeoutError] () {
    return true
  }
}

const kHeadersTimeoutError = Symbol.for('undici.error.UND_ERR_HEADERS_TIMEOUT')
class HeadersTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'HeadersTimeoutError'
    this.message = message || 'Headers Timeout Error'
    this.code = 'UND_ERR_HEADERS_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHeadersTimeoutError] === true
  }

  get [kHeadersTimeoutError] () {
    return true
  }
}

const kHeadersOverflowError = Symbol.for('undici.error.UND_ERR_HEADERS_OVERFLOW')
class HeadersOverflowError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'HeadersOverflowError'
    this.message = message || 'Headers Overflow Error'
    this.code = 'UND_ERR_HEADERS_OVERFLOW'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHeadersOverflowError] === true
  }

  get [kHeadersOverflowError] () {
    return true
  }
}

const kBodyTimeoutError = Symbol.for('undici.error.UND_ERR_BODY_TIMEOUT')
class BodyTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'BodyTimeoutError'
    this.message = message || 'Body Timeout Error'
    this.code = 'UND_ERR_BODY_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kBodyTimeoutError] === true
  }

  get [kBodyTimeoutError] () {
    return true
  }
}

const kInvalidArgumentError = Symbol.for('undici.error.UND_ERR_INVALID_ARG')
class InvalidArgumentError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'InvalidArgumentError'
    this.message = message || 'Invalid Argument Error'
    this.code = 'UND_ERR_INVALID_ARG'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInvalidArgumentError] === true
  }

  get [kInvalidArgumentError] () {
    return true
  }
}

const kInvalidReturnValueError = Symbol.for('undici.error.UND_ERR_INVALID_RETURN_VALUE')
class InvalidReturnValueError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'InvalidReturnValueError'
    this.message = message || 'Invalid Return Value Error'
    this.code = 'UND_ERR_INVALID_RETURN_VALUE'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInvalidReturnValueError] === true
  }

  get [kInvalidReturnValueError] () {
    return true
  }
}

const kAbortError = Symbol.for('undici.error.UND_ERR_ABORT')
class AbortError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'AbortError'
    this.message = message || 'The operation was aborted'
    this.code = 'UND_ERR_ABORT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kAbortError] === true
  }

  get [kAbortError] () {
    return true
  }
}

const kRequestAbortedError = Symbol.for('undici.error.UND_ERR_ABORTED')
class RequestAbortedError extends AbortError {
  constructor (message) {
    super(message)
    this.name = 'AbortError'
    this.message = message || 'Request aborted'
    this.code = 'UND_ERR_ABORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestAbortedError] === true
  }

  get [kRequestAbortedError] () {
    return true
  }
}

const kInformationalError = Symbol.for('undici.error.UND_ERR_INFO')
class InformationalError extends UndiciError {
  constructor (message, options) {
    super(message, options)
    this.name = 'InformationalError'
    this.message = message || 'Request information'
    this.code = 'UND_ERR_INFO'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInformationalError] === true
  }

  get [kInformationalError] () {
    return true
  }
}

const kRequestContentLengthMismatchError = Symbol.for('undici.error.UND_ERR_REQ_CONTENT_LENGTH_MISMATCH')
class RequestContentLengthMismatchError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'RequestContentLengthMismatchError'
    this.message = message || 'Request body length does not match content-length header'
    this.code = 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestContentLengthMismatchError] === true
  }

  get [kRequestContentLengthMismatchError] () {
    return true
  }
}

const kResponseContentLengthMismatchError = Symbol.for('undici.error.UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
class ResponseContentLengthMismatchError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ResponseContentLengthMismatchError'
    this.message = message || 'Response body length does not match content-length header'
    this.code = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseContentLengthMismatchError] === true
  }

  get [kResponseContentLengthMismatchError] () {
    return true
  }
}

const kClientDestroyedError = Symbol.for('undici.error.UND_ERR_DESTROYED')
class ClientDestroyedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ClientDestroyedError'
    this.message = message || 'The client is destroyed'
    this.code = 'UND_ERR_DESTROYED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kClientDestroyedError] === true
  }

  get [kClientDestroyedError] () {
    return true
  }
}

const kClientClosedError = Symbol.for('undici.error.UND_ERR_CLOSED')
class ClientClosedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ClientClosedError'
    this.message = message || 'The client is closed'
    this.code = 'UND_ERR_CLOSED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kClientClosedError] === true
  }

  get [kClientClosedError] () {
    return true
  }
}

const kSocketError = Symbol.for('undici.error.UND_ERR_SOCKET')
class SocketError extends UndiciError {
  constructor (message, socket) {
    super(message)
    this.name = 'SocketError'
    this.message = message || 'Socket error'
    this.code = 'UND_ERR_SOCKET'
    this.socket = socket
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kSocketError] === true
  }

  get [kSocketError] () {
    return true
  }
}

const kNotSupportedError = Symbol.for('undici.error.UND_ERR_NOT_SUPPORTED')
class NotSupportedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'NotSupportedError'
    this.message = message || 'Not supported error'
    this.code = 'UND_ERR_NOT_SUPPORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kNotSupportedError] === true
  }

  get [kNotSupportedError] () {
    return true
  }
}

const kBalancedPoolMissingUpstreamError = Symbol.for('undici.error.UND_ERR_BPL_MISSING_UPSTREAM')
class BalancedPoolMissingUpstreamError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MissingUpstreamError'
    this.message = message || 'No upstream has been added to the BalancedPool'
    this.code = 'UND_ERR_BPL_MISSING_UPSTREAM'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kBalancedPoolMissingUpstreamError] === true
  }

  get [kBalancedPoolMissingUpstreamError] () {
    return true
  }
}

const kWebAssemblyNotSupportedError = Symbol.for('undici.error.ERR_WEBASSEMBLY_NOT_SUPPORTED')
class WebAssemblyNotSupportedError extends Error {
  constructor (message) {
    super(message || 'WebAssembly is not supported in this environment, but is required for HTTP/1 parsing')
    this.code = 'ERR_WEBASSEMBLY_NOT_SUPPORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kWebAssemblyNotSupportedError] === true
  }

  get [kWebAssemblyNotSupportedError] () {
    return true
  }
}

const kHTTPParserError = Symbol.for('undici.error.UND_ERR_HTTP_PARSER')
class HTTPParserError extends Error {
  constructor (message, code, data) {
    super(message)
    this.name = 'HTTPParserError'
    this.code = code ? `HPE_${code}` : undefined
    this.data = data ? data.toString() : undefined
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHTTPParserError] === true
  }

  get [kHTTPParserError] () {
    return true
  }
}

const kResponseExceededMaxSizeError = Symbol.for('undici.error.UND_ERR_RES_EXCEEDED_MAX_SIZE')
class ResponseExceededMaxSizeError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ResponseExceededMaxSizeError'
    this.message = message || 'Response content exceeded max size'
    this.code = 'UND_ERR_RES_EXCEEDED_MAX_SIZE'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseExceededMaxSizeError] === true
  }

  get [kResponseExceededMaxSizeError] () {
    return true
  }
}

const kRequestRetryError = Symbol.for('undici.error.UND_ERR_REQ_RETRY')
class RequestRetryError extends UndiciError {
  constructor (message, code, { headers, data }) {
    super(message)
    this.name = 'RequestRetryError'
    this.message = message || 'Request retry error'
    this.code = 'UND_ERR_REQ_RETRY'
    this.statusCode = code
    this.data = data
    this.headers = headers
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestRetryError] === true
  }

  get [kRequestRetryError] () {
    return true
  }
}

const kResponseError = Symbol.for('undici.error.UND_ERR_RESPONSE')
class ResponseError extends UndiciError {
  constructor (message, code, { headers, body, bodyTruncated = false }) {
    super(message)
    this.name = 'ResponseError'
    this.message = message || 'Response error'
    this.code = 'UND_ERR_RESPONSE'
    this.statusCode = code
    this.body = body
    this.bodyTruncated = bodyTruncated
    this.headers = headers
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseError] === true
  }

  get [kResponseError] () {
    return true
  }
}

const kSecureProxyConnectionError = Symbol.for('undici.error.UND_ERR_PRX_TLS')
class SecureProxyConnectionError extends UndiciError {
  constructor (cause, message, options = {}) {
    super(message, { cause, ...options })
    this.name = 'SecureProxyConnectionError'
    this.message = message || 'Secure Proxy Connection failed'
    this.code = 'UND_ERR_PRX_TLS'
    this.cause = cause
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kSecureProxyConnectionError] === true
  }

  get [kSecureProxyConnectionError] () {
    return true
  }
}

const kProxyConnectionError = Symbol.for('undici.error.UND_ERR_PRX_CONN')
class ProxyConnectionError extends UndiciError {
  constructor (cause, message, options = {}) {
    super(message, { cause, ...options })
    this.name = 'ProxyConnectionError'
    this.message = message || 'Proxy Connection failed'
    this.code = 'UND_ERR_PRX_CONN'
    this.cause = cause
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kProxyConnectionError] === true
  }

  get [kProxyConnectionError] () {
    return true
  }
}

const kMaxRedirectsError = Symbol.for('undici.error.UND_ERR_REDIRECT_MAX')
class MaxRedirectsError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MaxRedirectsError'
    this.message = message || 'max redirects'
    this.code = 'UND_ERR_REDIRECT_MAX'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMaxRedirectsError] === true
  }

  get [kMaxRedirectsError] () {
    return true
  }
}

const kMaxOriginsReachedError = Symbol.for('undici.error.UND_ERR_MAX_ORIGINS_REACHED')
class MaxOriginsReachedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MaxOriginsReachedError'
    this.message = message || 'Maximum allowed origins reached'
    this.code = 'UND_ERR_MAX_ORIGINS_REACHED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMaxOriginsReachedError] === true
  }

  get [kMaxOriginsReachedError] () {
    return true
  }
}

class Socks5ProxyError extends UndiciError {
  constructor (message, code) {
    super(message)
    this.name = 'Socks5ProxyError'
    this.message = message || 'SOCKS5 proxy error'
    this.code = code || 'UND_ERR_SOCKS5'
  }
}

const kMessageSizeExceededError = Symbol.for('undici.error.UND_ERR_WS_MESSAGE_SIZE_EXCEEDED')
class MessageSizeExceededError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MessageSizeExceededError'
    this.message = message || 'Max decompressed message size exceeded'
    this.code = 'UND_ERR_WS_MESSAGE_SIZE_EXCEEDED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMessageSizeExceededError] === true
  }

  get [kMessageSizeExceededError] () {
    return true
  }
}

module.exports = {
  AbortError,
  WebAssemblyNotSupportedError,
  HTTPParserError,
  UndiciError,
  HeadersTimeoutError,
  HeadersOverflowError,
  BodyTimeoutError,
  RequestContentLengthMismatchError,
  ConnectTimeoutError,
  InvalidArgumentError,
  InvalidReturnValueError,
  RequestAbortedError,
  ClientDestroyedError,
  ClientClosedError,
  InformationalError,
  SocketError,
  NotSupportedError,
  ResponseContentLengthMismatchError,
  BalancedPoolMissingUpstreamError,
  ResponseExceededMaxSizeError,
  RequestRetryError,
  ResponseError,
  SecureProxyConnectionError,
  ProxyConnectionError,
  MaxOriginsReachedError,
  MaxRedirectsError,
  Socks5ProxyError,
  MessageSizeExceededError
}


/***/ }),

/***/ 44655:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const {
  InvalidArgumentError,
  NotSupportedError
} = __nccwpck_require__(68707)
const assert = (holds, message = 'undici: an assertion failed') => { if (!holds) throw message instanceof Error ? message : new Error(message) }
const {
  isValidHTTPToken,
  isValidHeaderValue,
  isStream,
  destroy,
  isBuffer,
  isFormDataLike,
  isIterable,
  hasSafeIterator,
  isBlobLike,
  serializePathWithQuery,
  parseHeaders,
  assertRequestHandler,
  getServerName,
  normalizedMethodRecords,
  getProtocolFromUrlString
} = __nccwpck_require__(3440)
const { channels } = __nccwpck_require__(42414)
const { headerNameLowerCasedRecord } = __nccwpck_require__(10735)

// Verifies that a given path is valid does not contain control chars \x00 to \x20
const invalidPathRegex = /[^\u0021-\u00ff]/

function isValidContentLengthHeaderValue (val) {
  if (typeof val !== 'string' || val.length === 0) {
    return false
  }

  for (let i = 0; i < val.length; i++) {
    const charCode = val.charCodeAt(i)
    if (charCode < 48 || charCode > 57) {
      return false
    }
  }

  return true
}

const kHandler = Symbol('handler')
const kController = Symbol('controller')
const kResume = Symbol('resume')

class RequestController {
  #paused = false
  #reason = null
  #aborted = false
  #abort

  [kResume] = null

  rawHeaders = null
  rawTrailers = null

  constructor (abort) {
    this.#abort = abort
  }

  pause () {
    this.#paused = true
  }

  resume () {
    if (this.#paused) {
      this.#paused = false
      this[kResume]?.()
    }
  }

  abort (reason) {
    if (!this.#aborted) {
      this.#aborted = true
      this.#reason = reason
      this.#abort(reason)
    }
  }

  get aborted () {
    return this.#aborted
  }

  get reason () {
    return this.#reason
  }

  get paused () {
    return this.#paused
  }
}

class Request {
  constructor (origin, {
    path,
    method,
    body,
    headers,
    query,
    idempotent,
    blocking,
    upgrade,
    headersTimeout,
    bodyTimeout,
    reset,
    expectContinue,
    servername,
    throwOnError,
    maxRedirections,
    typeOfService
  }, handler) {
    if (typeof path !== 'string') {
      throw new InvalidArgumentError('path must be a string')
    } else if (
      path[0] !== '/' &&
      !(path.startsWith('http://') || path.startsWith('https://')) &&
      method !== 'CONNECT'
    ) {
      throw new InvalidArgumentError('path must be an absolute URL or start with a slash')
    } else if (invalidPathRegex.test(path)) {
      throw new InvalidArgumentError('invalid request path')
    }

    if (typeof method !== 'string') {
      throw new InvalidArgumentError('method must be a string')
    } else if (normalizedMethodRecords[method] === undefined && !isValidHTTPToken(method)) {
      throw new InvalidArgumentError('invalid request method')
    }

    if (upgrade && typeof upgrade !== 'string') {
      throw new InvalidArgumentError('upgrade must be a string')
    }

    if (upgrade && !isValidHeaderValue(upgrade)) {
      throw new InvalidArgumentError('invalid upgrade header')
    }

    if (headersTimeout != null && (!Number.isFinite(headersTimeout) || headersTimeout < 0)) {
      throw new InvalidArgumentError('invalid headersTimeout')
    }

    if (bodyTimeout != null && (!Number.isFinite(bodyTimeout) || bodyTimeout < 0)) {
      throw new InvalidArgumentError('invalid bodyTimeout')
    }

    if (reset != null && typeof reset !== 'boolean') {
      throw new InvalidArgumentError('invalid reset')
    }

    if (expectContinue != null && typeof expectContinue !== 'boolean') {
      throw new InvalidArgumentError('invalid expectContinue')
    }

    if (throwOnError != null) {
      throw new InvalidArgumentError('invalid throwOnError')
    }

    if (maxRedirections != null && maxRedirections !== 0) {
      throw new InvalidArgumentError('maxRedirections is not supported, use the redirect interceptor')
    }

    if (typeOfService != null && (!Number.isInteger(typeOfService) || typeOfService < 0 || typeOfService > 255)) {
      throw new InvalidArgumentError('typeOfService must be an integer between 0 and 255')
    }

    this.headersTimeout = headersTimeout

    this.bodyTimeout = bodyTimeout

    this.method = method

    this.typeOfService = typeOfService

    this.abort = null

    if (body == null) {
      this.body = null
    } else if (isStream(body)) {
      this.body = body

      const rState = this.body._readableState
      if (!rState || !rState.autoDestroy) {
        this.endHandler = function autoDestroy () {
          destroy(this)
        }
        this.body.on('end', this.endHandler)
      }

      this.errorHandler = err => {
        if (this.abort) {
          this.abort(err)
        } else {
          this.error = err
        }
      }
      this.body.on('error', this.errorHandler)
    } else if (isBuffer(body)) {
      this.body = body.byteLength ? body : null
    } else if (ArrayBuffer.isView(body)) {
      this.body = body.buffer.byteLength ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null
    } else if (body instanceof ArrayBuffer) {
      this.body = body.byteLength ? Buffer.from(body) : null
    } else if (typeof body === 'string') {
      this.body = body.length ? Buffer.from(body) : null
    } else if (isFormDataLike(body)) {
      if (!isUndiciFormData(body)) {
        throw new InvalidArgumentError('body must be a FormData created by this undici package instance; FormData from other sources, such as the built-in FormData provided by Node.js, is not supported')
      }
      this.body = body
    } else if (isIterable(body) || isBlobLike(body)) {
      this.body = body
    } else {
      throw new InvalidArgumentError('body must be a string, a Buffer, a Readable stream, an iterable, or an async iterable')
    }

    this.completed = false
    this.aborted = false

    this.upgrade = upgrade || null

    this.path = query ? serializePathWithQuery(path, query) : path

    // TODO: shall we maybe standardize it to an URL object?
    this.origin = origin

    this.protocol = getProtocolFromUrlString(origin)

    this.idempotent = idempotent == null
      ? method === 'HEAD' || method === 'GET' || method === 'QUERY'
      : idempotent

    this.blocking = blocking ?? this.method !== 'HEAD'

    this.reset = reset == null ? null : reset

    this.host = null

    this.contentLength = null

    this.contentType = null

    this.headers = []

    // Only for H2
    this.expectContinue = expectContinue != null ? expectContinue : false

    if (Array.isArray(headers)) {
      if (headers.length % 2 !== 0) {
        throw new InvalidArgumentError('headers array must be even')
      }
      for (let i = 0; i < headers.length; i += 2) {
        processHeader(this, headers[i], headers[i + 1])
      }
    } else if (headers && typeof headers === 'object') {
      if (hasSafeIterator(headers)) {
        for (const header of headers) {
          if (!Array.isArray(header) || header.length !== 2) {
            throw new InvalidArgumentError('headers must be in key-value pair format')
          }
          processHeader(this, header[0], header[1])
        }
      } else {
        const keys = Object.keys(headers)
        for (let i = 0; i < keys.length; ++i) {
          processHeader(this, keys[i], headers[keys[i]])
        }
      }
    } else if (headers != null) {
      throw new InvalidArgumentError('headers must be an object or an array')
    }

    assertRequestHandler(handler, method, upgrade)

    this.servername = servername || getServerName(this.host) || null

    this[kHandler] = handler

    if (channels.create.hasSubscribers) {
      channels.create.publish({ request: this })
    }
  }

  onBodySent (chunk) {
    if (channels.bodyChunkSent.hasSubscribers) {
      channels.bodyChunkSent.publish({ request: this, chunk })
    }
    if (this[kHandler].onBodySent) {
      try {
        return this[kHandler].onBodySent(chunk)
      } catch (err) {
        this.abort(err)
      }
    }
  }

  onRequestSent () {
    if (channels.bodySent.hasSubscribers) {
      channels.bodySent.publish({ request: this })
    }

    if (this[kHandler].onRequestSent) {
      try {
        return this[kHandler].onRequestSent()
      } catch (err) {
        this.abort(err)
      }
    }
  }

  onRequestStart (abort, context) {
    assert(!this.aborted)
    assert(!this.completed)

    this[kController] = new RequestController(abort)

    if (this.error) {
      this[kController].abort(this.error)
      return
    }

    this.abort = abort
    return this[kHandler].onRequestStart(this[kController], context)
  }

  onResponseStarted () {
    return this[kHandler].onResponseStarted?.()
  }

  onResponseStart (statusCode, headers, resume, statusText) {
    assert(!this.aborted)
    assert(!this.completed)

    if (channels.headers.hasSubscribers) {
      channels.headers.publish({ request: this, response: { statusCode, headers, statusText } })
    }

    const controller = this[kController]
    if (controller) {
      controller[kResume] = resume
      controller.rawHeaders = headers
    }

    const parsedHeaders = Array.isArray(headers) ? parseHeaders(headers) : headers

    try {
      this[kHandler].onResponseStart?.(controller, statusCode, parsedHeaders, statusText)
      return !controller?.paused
    } catch (err) {
      this.abort(err)
      return false
    }
  }

  onResponseData (chunk) {
    assert(!this.aborted)
    assert(!this.completed)

    if (channels.bodyChunkReceived.hasSubscribers) {
      channels.bodyChunkReceived.publish({ request: this, chunk })
    }

    const controller = this[kController]
    try {
      this[kHandler].onResponseData?.(controller, chunk)
      return !controller?.paused
    } catch (err) {
      this.abort(err)
      return false
    }
  }

  /**
   * @param {number} statusCode
   * @param {Buffer[]|string[]|import('../../types/header.d.ts').IncomingHttpHeaders} headers
   * @param {import('node:stream').Duplex} socket
   * @param {string} [statusText]
   */
  onRequestUpgrade (statusCode, headers, socket, statusText = '') {
    this.onFinally()

    assert(!this.aborted)
    assert(!this.completed)

    if (channels.headers.hasSubscribers) {
      channels.headers.publish({ request: this, response: { statusCode, headers, statusText } })
    }

    const controller = this[kController]
    if (controller) {
      controller.rawHeaders = headers
    }

    const parsedHeaders = Array.isArray(headers) ? parseHeaders(headers) : headers

    const result = this[kHandler].onRequestUpgrade?.(controller, statusCode, parsedHeaders, socket)

    if (!this.aborted) {
      this.completed = true
      if (channels.trailers.hasSubscribers) {
        channels.trailers.publish({ request: this, trailers: [] })
      }
    }

    return result
  }

  onResponseEnd (trailers) {
    this.onFinally()

    assert(!this.aborted)
    assert(!this.completed)

    this.completed = true
    if (channels.trailers.hasSubscribers) {
      channels.trailers.publish({ request: this, trailers })
    }

    const controller = this[kController]
    if (controller) {
      controller.rawTrailers = trailers
    }

    const parsedTrailers = Array.isArray(trailers) ? parseHeaders(trailers) : trailers

    try {
      return this[kHandler].onResponseEnd?.(controller, parsedTrailers)
    } catch (err) {
      // TODO (fix): This might be a bad idea?
      this.onResponseError(err)
    }
  }

  onResponseError (error) {
    this.onFinally()

    if (channels.error.hasSubscribers) {
      channels.error.publish({ request: this, error })
    }

    if (this.aborted) {
      return
    }
    this.aborted = true

    const controller = this[kController]

    return this[kHandler].onResponseError?.(controller, error)
  }

  onFinally () {
    if (this.errorHandler) {
      this.body.off('error', this.errorHandler)
      this.errorHandler = null
    }

    if (this.endHandler) {
      this.body.off('end', this.endHandler)
      this.endHandler = null
    }
  }

  addHeader (key, value) {
    processHeader(this, key, value)
    return this
  }
}

function processHeader (request, key, val) {
  if (val && (typeof val === 'object' && !Array.isArray(val))) {
    throw new InvalidArgumentError(`invalid ${key} header`)
  } else if (val === undefined) {
    return
  }

  let headerName = headerNameLowerCasedRecord[key]

  if (headerName === undefined) {
    headerName = key.toLowerCase()
    if (headerNameLowerCasedRecord[headerName] === undefined && !isValidHTTPToken(headerName)) {
      throw new InvalidArgumentError('invalid header key')
    }
  }

  if (Array.isArray(val)) {
    const arr = []
    for (let i = 0; i < val.length; i++) {
      if (typeof val[i] === 'string') {
        if (!isValidHeaderValue(val[i])) {
          throw new InvalidArgumentError(`invalid ${key} header`)
        }
        arr.push(val[i])
      } else if (val[i] === null) {
        arr.push('')
      } else if (typeof val[i] === 'object') {
        throw new InvalidArgumentError(`invalid ${key} header`)
      } else {
        // Coerce primitives (and reject unsafe coercions such as functions
        // with a crafted toString/Symbol.toPrimitive).
        const str = `${val[i]}`
        if (!isValidHeaderValue(str)) {
          throw new InvalidArgumentError(`invalid ${key} header`)
        }
        arr.push(str)
      }
    }
    val = arr
  } else if (typeof val === 'string') {
    if (!isValidHeaderValue(val)) {
      throw new InvalidArgumentError(`invalid ${key} header`)
    }
  } else if (val === null) {
    val = ''
  } else {
    // Coerce primitives (and reject unsafe coercions such as functions
    // with a crafted toString/Symbol.toPrimitive).
    val = `${val}`
    if (!isValidHeaderValue(val)) {
      throw new InvalidArgumentError(`invalid ${key} header`)
    }
  }

  if (headerName === 'host') {
    if (request.host !== null) {
      throw new InvalidArgumentError('duplicate host header')
    }
    if (typeof val !== 'string') {
      throw new InvalidArgumentError('invalid host header')
    }
    // Consumed by Client
    request.host = val
  } else if (headerName === 'content-length') {
    if (request.contentLength !== null) {
      throw new InvalidArgumentError('duplicate content-length header')
    }
    if (!isValidContentLengthHeaderValue(val)) {
      throw new InvalidArgumentError('invalid content-length header')
    }
    request.contentLength = parseInt(val, 10)
  } else if (request.contentType === null && headerName === 'content-type') {
    request.contentType = val
    request.headers.push(key, val)
  } else if (headerName === 'transfer-encoding' || headerName === 'keep-alive' || headerName === 'upgrade') {
    throw new InvalidArgumentError(`invalid ${headerName} header`)
  } else if (headerName === 'connection') {
    // Per RFC 7230 Section 6.1, Connection header can contain
    // a comma-separated list of connection option tokens (header names)
    const value = typeof val === 'string' ? val : null
    if (value === null) {
      throw new InvalidArgumentError('invalid connection header')
    }

    for (const token of value.toLowerCase().split(',')) {
      const trimmed = token.trim()
      if (!isValidHTTPToken(trimmed)) {
        throw new InvalidArgumentError('invalid connection header')
      }
      if (trimmed === 'close') {
        request.reset = true
      }
    }
  } else if (headerName === 'expect') {
    throw new NotSupportedError('expect header not supported')
  } else {
    request.headers.push(key, val)
  }
}

let isFormData

function isUndiciFormData (body) {
  if (isFormData === undefined) {
    __nccwpck_require__(7008)
    isFormData = (__nccwpck_require__(53203).webidl).is.FormData
  }
  return isFormData(body)
}

module.exports = Request


/***/ }),

/***/ 36443:
/***/ ((module) => {



module.exports = {
  kClose: Symbol('close'),
  kDestroy: Symbol('destroy'),
  kDispatch: Symbol('dispatch'),
  kUrl: Symbol('url'),
  kRequestOrigin: Symbol('request origin'),
  kRedirectCacheControl: Symbol('redirect cache control'),
  kOriginless: Symbol('originless'),
  kWriting: Symbol('writing'),
  kResuming: Symbol('resuming'),
  kQueue: Symbol('queue'),
  kConnect: Symbol('connect'),
  kConnecting: Symbol('connecting'),
  kKeepAliveDefaultTimeout: Symbol('default keep alive timeout'),
  kKeepAliveMaxTimeout: Symbol('max keep alive timeout'),
  kKeepAliveTimeoutThreshold: Symbol('keep alive timeout threshold'),
  kKeepAliveTimeoutValue: Symbol('keep alive timeout'),
  kKeepAlive: Symbol('keep alive'),
  kHeadersTimeout: Symbol('headers timeout'),
  kBodyTimeout: Symbol('body timeout'),
  kServerName: Symbol('server name'),
  kLocalAddress: Symbol('local address'),
  kHost: Symbol('host'),
  kNoRef: Symbol('no ref'),
  kBodyUsed: Symbol('used'),
  kBody: Symbol('abstracted request body'),
  kRunning: Symbol('running'),
  kBlocking: Symbol('blocking'),
  kPending: Symbol('pending'),
  kSize: Symbol('size'),
  kBusy: Symbol('busy'),
  kQueued: Symbol('queued'),
  kFree: Symbol('free'),
  kConnected: Symbol('connected'),
  kClosed: Symbol('closed'),
  kNeedDrain: Symbol('need drain'),
  kReset: Symbol('reset'),
  kDestroyed: Symbol.for('nodejs.stream.destroyed'),
  kResume: Symbol('resume'),
  kOnError: Symbol('on error'),
  kMaxHeadersSize: Symbol('max headers size'),
  kRunningIdx: Symbol('running index'),
  kPendingIdx: Symbol('pending index'),
  kError: Symbol('error'),
  kClients: Symbol('clients'),
  kClient: Symbol('client'),
  kParser: Symbol('parser'),
  kOnDestroyed: Symbol('destroy callbacks'),
  kPipelining: Symbol('pipelining'),
  kSocket: Symbol('socket'),
  kHostHeader: Symbol('host header'),
  kConnector: Symbol('connector'),
  kStrictContentLength: Symbol('strict content length'),
  kMaxRedirections: Symbol('maxRedirections'),
  kMaxRequests: Symbol('maxRequestsPerClient'),
  kProxy: Symbol('proxy agent options'),
  kCounter: Symbol('socket request counter'),
  kMaxResponseSize: Symbol('max response size'),
  kHTTP2Session: Symbol('http2Session'),
  kHTTP2Options: Symbol('http2 options'),
  kHTTP2SessionState: Symbol('http2Session state'),
  kRetryHandlerDefaultRetry: Symbol('retry agent default retry'),
  kConstruct: Symbol('constructable'),
  kListeners: Symbol('listeners'),
  kHTTPContext: Symbol('http context'),
  kMaxConcurrentStreams: Symbol('max concurrent streams'),
  kHostAuthority: Symbol('host authority'),
  kHTTP2InitialWindowSize: Symbol('http2 initial window size'),
  kHTTP2ConnectionWindowSize: Symbol('http2 connection window size'),
  kEnableConnectProtocol: Symbol('http2session connect protocol'),
  kRemoteSettings: Symbol('http2session remote settings'),
  kHTTP2Stream: Symbol('http2session client stream'),
  kPingInterval: Symbol('ping interval'),
  kUseMilo: Symbol('use milo'),
  kNoProxyAgent: Symbol('no proxy agent'),
  kHttpProxyAgent: Symbol('http proxy agent'),
  kHttpsProxyAgent: Symbol('https proxy agent'),
  kSocks5ProxyAgent: Symbol('socks5 proxy agent')
}


/***/ }),

/***/ 67752:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const {
  wellknownHeaderNames,
  headerNameLowerCasedRecord
} = __nccwpck_require__(10735)

class TstNode {
  /** @type {any} */
  value = null
  /** @type {null | TstNode} */
  left = null
  /** @type {null | TstNode} */
  middle = null
  /** @type {null | TstNode} */
  right = null
  /** @type {number} */
  code
  /**
   * @param {string} key
   * @param {any} value
   * @param {number} index
   */
  constructor (key, value, index) {
    if (index === undefined || index >= key.length) {
      throw new TypeError('Unreachable')
    }
    const code = this.code = key.charCodeAt(index)
    // check code is ascii string
    if (code > 0x7F) {
      throw new TypeError('key must be ascii string')
    }
    if (key.length !== ++index) {
      this.middle = new TstNode(key, value, index)
    } else {
      this.value = value
    }
  }

  /**
   * @param {string} key
   * @param {any} value
   * @returns {void}
   */
  add (key, value) {
    const length = key.length
    if (length === 0) {
      throw new TypeError('Unreachable')
    }
    let index = 0
    /**
     * @type {TstNode}
     */
    let node = this
    while (true) {
      const code = key.charCodeAt(index)
      // check code is ascii string
      if (code > 0x7F) {
        throw new TypeError('key must be ascii string')
      }
      if (node.code === code) {
        if (length === ++index) {
          node.value = value
          break
        } else if (node.middle !== null) {
          node = node.middle
        } else {
          node.middle = new TstNode(key, value, index)
          break
        }
      } else if (node.code < code) {
        if (node.left !== null) {
          node = node.left
        } else {
          node.left = new TstNode(key, value, index)
          break
        }
      } else if (node.right !== null) {
        node = node.right
      } else {
        node.right = new TstNode(key, value, index)
        break
      }
    }
  }

  /**
   * @param {Uint8Array} key
   * @returns {TstNode | null}
   */
  search (key) {
    const keylength = key.length
    let index = 0
    /**
     * @type {TstNode|null}
     */
    let node = this
    while (node !== null && index < keylength) {
      let code = key[index]
      // A-Z
      // First check if it is bigger than 0x5a.
      // Lowercase letters have higher char codes than uppercase ones.
      // Also we assume that headers will mostly contain lowercase characters.
      if (code <= 0x5a && code >= 0x41) {
        // Lowercase for uppercase.
        code |= 32
      }
      while (node !== null) {
        if (code === node.code) {
          if (keylength === ++index) {
            // Returns Node since it is the last key.
            return node
          }
          node = node.middle
          break
        }
        node = node.code < code ? node.left : node.right
      }
    }
    return null
  }
}

class TernarySearchTree {
  /** @type {TstNode | null} */
  node = null

  /**
   * @param {string} key
   * @param {any} value
   * @returns {void}
   * */
  insert (key, value) {
    if (this.node === null) {
      this.node = new TstNode(key, value, 0)
    } else {
      this.node.add(key, value)
    }
  }

  /**
   * @param {Uint8Array} key
   * @returns {any}
   */
  lookup (key) {
    return this.node?.search(key)?.value ?? null
  }
}

const tree = new TernarySearchTree()


module.exports = {
  TernarySearchTree,
  tree
}


/***/ }),

/***/ 3440:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const assert = (holds, message = 'undici: an assertion failed') => { if (!holds) throw message instanceof Error ? message : new Error(message) }
const { kDestroyed, kBodyUsed, kListeners, kBody } = __nccwpck_require__(36443)
const IncomingMessage = null
const stream = __nccwpck_require__(57075)
const net = __nccwpck_require__(77030)
const { stringify } = __nccwpck_require__(41792)
const { EventEmitter: EE, addAbortListener: addAbortListenerNative } = __nccwpck_require__(78474)
const timers = __nccwpck_require__(96603)
const { InvalidArgumentError, ConnectTimeoutError } = __nccwpck_require__(68707)
const { headerNameLowerCasedRecord } = __nccwpck_require__(10735)
const { tree } = __nccwpck_require__(67752)

class BodyAsyncIterable {
  constructor (body) {
    this[kBody] = body
    this[kBodyUsed] = false
  }

  async * [Symbol.asyncIterator] () {
    assert(!this[kBodyUsed], 'disturbed')
    this[kBodyUsed] = true
    yield * this[kBody]
  }
}

function noop () {}

/**
 * @param {*} body
 * @returns {*}
 */
function wrapRequestBody (body) {
  if (isStream(body)) {
    // TODO (fix): Provide some way for the user to cache the file to e.g. /tmp
    // so that it can be dispatched again?
    // TODO (fix): Do we need 100-expect support to provide a way to do this properly?
    if (bodyLength(body) === 0) {
      body
        .on('data', function () {
          assert(false)
        })
    }

    if (typeof body.readableDidRead !== 'boolean') {
      body[kBodyUsed] = false
      EE.prototype.on.call(body, 'data', function () {
        this[kBodyUsed] = true
      })
    }

    return body
  } else if (body && typeof body.pipeTo === 'function') {
    // TODO (fix): We can't access ReadableStream internal state
    // to determine whether or not it has been disturbed. This is just
    // a workaround.
    return new BodyAsyncIterable(body)
  } else if (body && isFormDataLike(body)) {
    return body
  } else if (
    body &&
    typeof body !== 'string' &&
    !ArrayBuffer.isView(body) &&
    isIterable(body)
  ) {
    // TODO: Should we allow re-using iterable if !this.opts.idempotent
    // or through some other flag?
    return new BodyAsyncIterable(body)
  } else {
    return body
  }
}

/**
 * @param {*} obj
 * @returns {obj is import('node:stream').Stream}
 */
function isStream (obj) {
  return obj && typeof obj === 'object' && typeof obj.pipe === 'function' && typeof obj.on === 'function'
}

/**
 * @param {*} object
 * @returns {object is Blob}
 */
function isBlobLike (object) {
  return object instanceof Blob
}

/**
 * @param {string} url The path to check for query strings or fragments.
 * @returns {boolean} Returns true if the path contains a query string or fragment.
 */
function pathHasQueryOrFragment (url) {
  return (
    url.includes('?') ||
    url.includes('#')
  )
}

/**
 * @param {string} url The URL to add the query params to
 * @param {import('node:querystring').ParsedUrlQueryInput} queryParams The object to serialize into a URL query string
 * @returns {string} The URL with the query params added
 */
function serializePathWithQuery (url, queryParams) {
  if (pathHasQueryOrFragment(url)) {
    throw new Error('Query params cannot be passed when url already contains "?" or "#".')
  }

  const stringified = stringify(queryParams)

  if (stringified) {
    url += '?' + stringified
  }

  return url
}

/**
 * @param {number|string|undefined} port
 * @returns {boolean}
 */
function isValidPort (port) {
  const value = parseInt(port, 10)
  return (
    value === Number(port) &&
    value >= 0 &&
    value <= 65535
  )
}

/**
 * Check if the value is a valid http or https prefixed string.
 *
 * @param {string} value
 * @returns {boolean}
 */
function isHttpOrHttpsPrefixed (value) {
  return (
    value != null &&
    value[0] === 'h' &&
    value[1] === 't' &&
    value[2] === 't' &&
    value[3] === 'p' &&
    (
      value[4] === ':' ||
      (
        value[4] === 's' &&
        value[5] === ':'
      )
    )
  )
}

/**
 * @param {string|URL|Record<string,string>} url
 * @returns {URL}
 */
function parseURL (url) {
  if (typeof url === 'string') {
    /**
     * @type {URL}
     */
    url = new URL(url)

    if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
      throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
    }

    return url
  }

  if (!url || typeof url !== 'object') {
    throw new InvalidArgumentError('Invalid URL: The URL argument must be a non-null object.')
  }

  if (!(url instanceof URL)) {
    if (url.port != null && url.port !== '' && isValidPort(url.port) === false) {
      throw new InvalidArgumentError('Invalid URL: port must be a valid integer or a string representation of an integer.')
    }

    if (url.path != null && typeof url.path !== 'string') {
      throw new InvalidArgumentError('Invalid URL path: the path must be a string or null/undefined.')
    }

    if (url.pathname != null && typeof url.pathname !== 'string') {
      throw new InvalidArgumentError('Invalid URL pathname: the pathname must be a string or null/undefined.')
    }

    if (url.hostname != null && typeof url.hostname !== 'string') {
      throw new InvalidArgumentError('Invalid URL hostname: the hostname must be a string or null/undefined.')
    }

    if (url.origin != null && typeof url.origin !== 'string') {
      throw new InvalidArgumentError('Invalid URL origin: the origin must be a string or null/undefined.')
    }

    if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
      throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
    }

    const port = url.port != null
      ? url.port
      : (url.protocol === 'https:' ? 443 : 80)
    let origin = url.origin != null
      ? url.origin
      : `${url.protocol || ''}//${url.hostname || ''}:${port}`
    let path = url.path != null
      ? url.path
      : `${url.pathname || ''}${url.search || ''}`

    if (origin[origin.length - 1] === '/') {
      origin = origin.slice(0, origin.length - 1)
    }

    if (path && path[0] !== '/') {
      path = `/${path}`
    }
    // new URL(path, origin) is unsafe when `path` contains an absolute URL
    // From https://developer.mozilla.org/en-US/docs/Web/API/URL/URL:
    // If first parameter is a relative URL, second param is required, and will be used as the base URL.
    // If first parameter is an absolute URL, a given second param will be ignored.
    return new URL(`${origin}${path}`)
  }

  if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
    throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
  }

  return url
}

/**
 * @param {string|URL|Record<string, string>} url
 * @returns {URL}
 */
function parseOrigin (url) {
  url = parseURL(url)

  if (url.pathname !== '/' || url.search || url.hash) {
    throw new InvalidArgumentError('invalid url')
  }

  return url
}

/**
 * @param {string} host
 * @returns {string}
 */
function getHostname (host) {
  if (host[0] === '[') {
    const idx = host.indexOf(']')

    assert(idx !== -1)
    return host.substring(1, idx)
  }

  const idx = host.indexOf(':')
  if (idx === -1) return host

  return host.substring(0, idx)
}

/**
 * IP addresses are not valid server names per RFC6066
 * Currently, the only server names supported are DNS hostnames
 * @param {string|null} host
 * @returns {string|null}
 */
function getServerName (host) {
  if (!host) {
    return null
  }

  assert(typeof host === 'string')

  const servername = getHostname(host)
  if (net.isIP(servername)) {
    return ''
  }

  return servername
}

/**
 * @function
 * @template T
 * @param {T} obj
 * @returns {T}
 */
function deepClone (obj) {
  return JSON.parse(JSON.stringify(obj))
}

/**
 * @param {*} obj
 * @returns {obj is AsyncIterable}
 */
function isAsyncIterable (obj) {
  return !!(obj != null && typeof obj[Symbol.asyncIterator] === 'function')
}

/**
 * @param {*} obj
 * @returns {obj is Iterable}
 */
function isIterable (obj) {
  return !!(obj != null && (typeof obj[Symbol.iterator] === 'function' || typeof obj[Symbol.asyncIterator] === 'function'))
}

/**
 * Checks whether an object has a safe Symbol.iterator \u2014 i.e. one that is
 * either own or inherited from a non-Object.prototype chain.  This prevents
 * prototype-pollution attacks from injecting a fake iterator on
 * Object.prototype.
 * @param {object} obj
 * @returns {boolean}
 */
function hasSafeIterator (obj) {
  const prototype = Object.getPrototypeOf(obj)
  const ownIterator = Object.hasOwn(obj, Symbol.iterator)
  return ownIterator || (prototype != null && prototype !== Object.prototype && typeof obj[Symbol.iterator] === 'function')
}

/**
 * @param {Blob|Buffer|import ('stream').Stream} body
 * @returns {number|null}
 */
function bodyLength (body) {
  if (body == null) {
    return 0
  } else if (isStream(body)) {
    const state = body._readableState
    return state && state.objectMode === false && state.ended === true && Number.isFinite(state.length)
      ? state.length
      : null
  } else if (isBlobLike(body)) {
    return body.size != null ? body.size : null
  } else if (isBuffer(body)) {
    return body.byteLength
  }

  return null
}

/**
 * @param {import ('stream').Stream} body
 * @returns {boolean}
 */
function isDestroyed (body) {
  return body && !!(body.destroyed || body[kDestroyed] || (stream.isDestroyed?.(body)))
}

/**
 * @param {import ('stream').Stream} stream
 * @param {Error} [err]
 * @returns {void}
 */
function destroy (stream, err) {
  if (stream == null || !isStream(stream) || isDestroyed(stream)) {
    return
  }

  if (typeof stream.destroy === 'function') {
    if (Object.getPrototypeOf(stream).constructor === IncomingMessage) {
      // See: https://github.com/nodejs/node/pull/38505/files
      stream.socket = null
    }

    try {
      stream.destroy(err)
    } catch {
      // stream.destroy may throw on managed sockets (e.g., http2).
      // Silently ignore \u2014 the socket lifecycle is handled by the subsystem.
    }
  } else if (err) {
    queueMicrotask(() => {
      stream.emit('error', err)
    })
  }

  if (stream.destroyed !== true) {
    stream[kDestroyed] = true
  }
}

const KEEPALIVE_TIMEOUT_EXPR = /(?:^|,)[\t ]*timeout=(\d+)/i
/**
 * @param {string} val
 * @returns {number | null}
 */
function parseKeepAliveTimeout (val) {
  const m = val.match(KEEPALIVE_TIMEOUT_EXPR)
  return m ? parseInt(m[1], 10) * 1000 : null
}

/**
 * Retrieves a header name and returns its lowercase value.
 * @param {string | Buffer} value Header name
 * @returns {string}
 */
function headerNameToString (value) {
  return typeof value === 'string'
    ? headerNameLowerCasedRecord[value] ?? value.toLowerCase()
    : tree.lookup(value) ?? value.toString('latin1').toLowerCase()
}

/**
 * Receive the buffer as a string and return its lowercase value.
 * @param {Buffer} value Header name
 * @returns {string}
 */
function bufferToLowerCasedHeaderName (value) {
  return tree.lookup(value) ?? value.toString('latin1').toLowerCase()
}

/**
 * Writes a header onto a plain object without going through the
 * `Object.prototype` `__proto__` setter. Plain assignment there drops a string
 * value and, when the value is an array, replaces the object's prototype
 * instead of storing anything. Every other name is a normal assignment.
 *
 * @param {Record<string, string | string[]>} obj Accumulator to write onto
 * @param {string} key Header name
 * @param {string | string[]} value Header value
 * @returns {void}
 */
function setHeader (obj, key, value) {
  if (key === '__proto__') {
    Object.defineProperty(obj, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    })
  } else {
    obj[key] = value
  }
}

/**
 * @param {(Buffer | string)[]} headers
 * @param {Record<string, string | string[]>} [obj]
 * @returns {Record<string, string | string[]>}
 */
function parseHeaders (headers, obj) {
  if (obj === undefined) obj = {}

  for (let i = 0; i < headers.length; i += 2) {
    const key = headerNameToString(headers[i])
    let val = obj[key]

    if (val !== undefined) {
      if (!Object.hasOwn(obj, key)) {
        const headersValue = typeof headers[i + 1] === 'string'
          ? headers[i + 1]
          : Array.isArray(headers[i + 1])
            ? headers[i + 1].map(x => x.toString('latin1'))
            : headers[i + 1].toString('latin1')

        if (key === '__proto__') {
          Object.defineProperty(obj, key, {
            value: headersValue,
            enumerable: true,
            configurable: true,
            writable: true
          })
        } else {
          obj[key] = headersValue
        }
      } else {
        if (typeof val === 'string') {
          val = [val]
          obj[key] = val
        }
        val.push(headers[i + 1].toString('latin1'))
      }
    } else {
      const headersValue = typeof headers[i + 1] === 'string'
        ? headers[i + 1]
        : Array.isArray(headers[i + 1])
          ? headers[i + 1].map(x => x.toString('latin1'))
          : headers[i + 1].toString('latin1')

      obj[key] = headersValue
    }
  }

  return obj
}

/**
 * @param {Buffer[] | string[] | Record<string, string | string[]> | null | undefined} headers
 * @returns {string[]}
 */
function parseRawHeaders (headers) {
  if (headers == null) {
    return []
  }

  if (!Array.isArray(headers)) {
    const rawHeaders = []

    for (const [name, value] of Object.entries(headers)) {
      if (Array.isArray(value)) {
        for (const entry of value) {
          rawHeaders.push(name, `${entry}`)
        }
      } else {
        rawHeaders.push(name, `${value}`)
      }
    }

    return rawHeaders
  }

  const headersLength = headers.length
  /**
   * @type {string[]}
   */
  const ret = new Array(headersLength)

  let key
  let val

  for (let n = 0; n < headersLength; n += 2) {
    key = headers[n]
    val = headers[n + 1]

    typeof key !== 'string' && (key = key.toString())
    typeof val !== 'string' && (val = val.toString('latin1'))

    ret[n] = key
    ret[n + 1] = val
  }

  return ret
}

/**
 * @param {Record<string, string | string[]>} headers
 * @returns {Buffer[]}
 */
function toRawHeaders (headers) {
  const rawHeaders = []

  for (const [name, value] of Object.entries(headers)) {
    if (Array.isArray(value)) {
      for (const entry of value) {
        rawHeaders.push(Buffer.from(name, 'latin1'), Buffer.from(`${entry}`, 'latin1'))
      }
    } else {
      rawHeaders.push(Buffer.from(name, 'latin1'), Buffer.from(`${value}`, 'latin1'))
    }
  }

  return rawHeaders
}

/**
 * @param {string[]} headers
 * @param {Buffer[]} headers
 */
function encodeRawHeaders (headers) {
  if (!Array.isArray(headers)) {
    throw new TypeError('expected headers to be an array')
  }
  return headers.map(x => Buffer.from(x))
}

/**
 * @param {*} buffer
 * @returns {buffer is Buffer}
 */
function isBuffer (buffer) {
  // See, https://github.com/mcollina/undici/pull/319
  return buffer instanceof Uint8Array || Buffer.isBuffer(buffer)
}

/**
 * Asserts that the handler object is a request handler.
 *
 * @param {object} handler
 * @param {string} method
 * @param {string} [upgrade]
 * @returns {asserts handler is import('../api/api-request').RequestHandler}
 */
function assertRequestHandler (handler, method, upgrade) {
  if (!handler || typeof handler !== 'object') {
    throw new InvalidArgumentError('handler must be an object')
  }

  if (typeof handler.onRequestStart !== 'function') {
    throw new InvalidArgumentError('invalid onRequestStart method')
  }

  if (typeof handler.onResponseError !== 'function') {
    throw new InvalidArgumentError('invalid onResponseError method')
  }

  if (typeof handler.onBodySent !== 'function' && handler.onBodySent !== undefined) {
    throw new InvalidArgumentError('invalid onBodySent method')
  }

  if (typeof handler.onRequestSent !== 'function' && handler.onRequestSent !== undefined) {
    throw new InvalidArgumentError('invalid onRequestSent method')
  }

  if (upgrade || method === 'CONNECT') {
    if (typeof handler.onRequestUpgrade !== 'function') {
      throw new InvalidArgumentError('invalid onRequestUpgrade method')
    }
  } else {
    if (typeof handler.onResponseStart !== 'function') {
      throw new InvalidArgumentError('invalid onResponseStart method')
    }

    if (typeof handler.onResponseData !== 'function') {
      throw new InvalidArgumentError('invalid onResponseData method')
    }

    if (typeof handler.onResponseEnd !== 'function') {
      throw new InvalidArgumentError('invalid onResponseEnd method')
    }
  }
}

/**
 * A body is disturbed if it has been read from and it cannot be re-used without
 * losing state or data.
 * @param {import('node:stream').Readable} body
 * @returns {boolean}
 */
function isDisturbed (body) {
  // TODO (fix): Why is body[kBodyUsed] needed?
  return !!(body && (stream.isDisturbed(body) || body[kBodyUsed]))
}

/**
 * @typedef {object} SocketInfo
 * @property {string} [localAddress]
 * @property {number} [localPort]
 * @property {string} [remoteAddress]
 * @property {number} [remotePort]
 * @property {string} [remoteFamily]
 * @property {number} [timeout]
 * @property {number} bytesWritten
 * @property {number} bytesRead
 */

/**
 * @param {import('net').Socket} socket
 * @returns {SocketInfo}
 */
function getSocketInfo (socket) {
  return {
    localAddress: socket.localAddress,
    localPort: socket.localPort,
    remoteAddress: socket.remoteAddress,
    remotePort: socket.remotePort,
    remoteFamily: socket.remoteFamily,
    timeout: socket.timeout,
    bytesWritten: socket.bytesWritten,
    bytesRead: socket.bytesRead
  }
}

/**
 * The object should be a FormData instance and contains all the required
 * methods.
 * @param {*} object
 * @returns {object is FormData}
 */
function isFormDataLike (object) {
  return (
    object &&
    typeof object === 'object' &&
    typeof object.append === 'function' &&
    typeof object.delete === 'function' &&
    typeof object.get === 'function' &&
    typeof object.getAll === 'function' &&
    typeof object.has === 'function' &&
    typeof object.set === 'function' &&
    object[Symbol.toStringTag] === 'FormData'
  )
}

function addAbortListener (signal, listener) {
  if (!signal || 'aborted' in signal) {
    return addAbortListenerNative(signal, listener)[Symbol.dispose]
  }

  if (typeof signal.addEventListener === 'function') {
    signal.addEventListener('abort', listener, { once: true })
    return () => signal.removeEventListener('abort', listener)
  }
  signal.once('abort', listener)
  return () => signal.removeListener('abort', listener)
}

const validTokenChars = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 0-15
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 16-31
  0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0, // 32-47 (!"#$%&'()*+,-./)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, // 48-63 (0-9:;<=>?)
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 64-79 (@A-O)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, // 80-95 (P-Z[\]^_)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 96-111 (`a-o)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, // 112-127 (p-z{|}~)
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 128-143
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 144-159
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 160-175
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 176-191
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 192-207
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 208-223
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 224-239
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0  // 240-255
])

/**
 * @see https://tools.ietf.org/html/rfc7230#section-3.2.6
 * @param {number} c
 * @returns {boolean}
 */
function isTokenCharCode (c) {
  return (validTokenChars[c] === 1)
}

const tokenRegExp = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/

/**
 * @param {string} characters
 * @returns {boolean}
 */
function isValidHTTPToken (characters) {
  if (characters.length >= 12) return tokenRegExp.test(characters)
  if (characters.length === 0) return false

  for (let i = 0; i < characters.length; i++) {
    if (validTokenChars[characters.charCodeAt(i)] !== 1) {
      return false
    }
  }
  return true
}

// headerCharRegex have been lifted from
// https://github.com/nodejs/node/blob/main/lib/_http_common.js

/**
 * Matches if val contains an invalid field-vchar
 *  field-value    = *( field-content / obs-fold )
 *  field-content  = field-vchar [ 1*( SP / HTAB ) field-vchar ]
 *  field-vchar    = VCHAR / obs-text
 */
const headerCharRegex = /[^\t\x20-\x7e\x80-\xff]/

/**
 * @param {string} characters
 * @returns {boolean}
 */
function isValidHeaderValue (characters) {
  return !headerCharRegex.test(characters)
}

const rangeHeaderRegex = /^bytes (\d+)-(\d+)\/(\d+|\*)?$/

/**
 * @typedef {object} RangeHeader
 * @property {number} start
 * @property {number | null} end
 * @property {number | null} size
 */

/**
 * Parse accordingly to RFC 9110
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.content-range
 * @param {string} [range]
 * @returns {RangeHeader|null}
 */
function parseRangeHeader (range) {
  if (range == null || range === '') return { start: 0, end: null, size: null }
  if (!range) return null

  const m = rangeHeaderRegex.exec(range)
  return m
    ? {
        start: parseInt(m[1]),
        end: m[2] ? parseInt(m[2]) : null,
        size: m[3] && m[3] !== '*' ? parseInt(m[3]) : null
      }
    : null
}

/**
 * @template {import("events").EventEmitter} T
 * @param {T} obj
 * @param {string} name
 * @param {(...args: any[]) => void} listener
 * @returns {T}
 */
function addListener (obj, name, listener) {
  const listeners = (obj[kListeners] ??= [])
  listeners.push([name, listener])
  obj.on(name, listener)
  return obj
}

/**
 * @template {import("events").EventEmitter} T
 * @param {T} obj
 * @returns {T}
 */
function removeAllListeners (obj) {
  if (obj[kListeners] != null) {
    for (const [name, listener] of obj[kListeners]) {
      obj.removeListener(name, listener)
    }
    obj[kListeners] = null
  }
  return obj
}

/**
 * @param {import ('../dispatcher/client')} client
 * @param {import ('../core/request')} request
 * @param {Error} err
 */
function errorRequest (client, request, err) {
  try {
    request.onResponseError(err)
    assert(request.aborted)
  } catch (err) {
    client.emit('error', err)
  }
}

/**
 * @param {WeakRef<net.Socket>} socketWeakRef
 * @param {object} opts
 * @param {number} opts.timeout
 * @param {string} opts.hostname
 * @param {number} opts.port
 * @returns {() => void}
 */
const setupConnectTimeout = process.platform === 'win32'
  ? (socketWeakRef, opts) => {
      if (!opts.timeout) {
        return noop
      }

      let s1 = null
      let s2 = null
      const fastTimer = timers.setFastTimeout(() => {
      // setImmediate is added to make sure that we prioritize socket error events over timeouts
        s1 = setImmediate(() => {
        // Windows needs an extra setImmediate probably due to implementation differences in the socket logic
          s2 = setImmediate(() => onConnectTimeout(socketWeakRef.deref(), opts))
        })
      }, opts.timeout)
      return () => {
        timers.clearFastTimeout(fastTimer)
        clearImmediate(s1)
        clearImmediate(s2)
      }
    }
  : (socketWeakRef, opts) => {
      if (!opts.timeout) {
        return noop
      }

      let s1 = null
      const fastTimer = timers.setFastTimeout(() => {
      // setImmediate is added to make sure that we prioritize socket error events over timeouts
        s1 = setImmediate(() => {
          onConnectTimeout(socketWeakRef.deref(), opts)
        })
      }, opts.timeout)
      return () => {
        timers.clearFastTimeout(fastTimer)
        clearImmediate(s1)
      }
    }

/**
 * @param {net.Socket} socket
 * @param {object} opts
 * @param {number} opts.timeout
 * @param {string} opts.hostname
 * @param {number} opts.port
 */
function onConnectTimeout (socket, opts) {
  // The socket could be already garbage collected
  if (socket == null) {
    return
  }

  let message = 'Connect Timeout Error'
  if (Array.isArray(socket.autoSelectFamilyAttemptedAddresses)) {
    message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(', ')},`
  } else {
    message += ` (attempted address: ${opts.hostname}:${opts.port},`
  }

  message += ` timeout: ${opts.timeout}ms)`

  destroy(socket, new ConnectTimeoutError(message))
}

let lastUrlString = null
let lastProtocol = null

/**
 * @param {string} urlString
 * @returns {string}
 */
function getProtocolFromUrlString (urlString) {
  // Requests are typically dispatched against the same origin over and over,
  // so cache the last (urlString, protocol) pair to skip re-parsing.
  if (urlString === lastUrlString) {
    return lastProtocol
  }

  const protocol = getProtocolFromUrlStringSlow(urlString)
  lastUrlString = urlString
  lastProtocol = protocol

  return protocol
}

/**
 * @param {string} urlString
 * @returns {string}
 */
function getProtocolFromUrlStringSlow (urlString) {
  if (
    urlString[0] === 'h' &&
    urlString[1] === 't' &&
    urlString[2] === 't' &&
    urlString[3] === 'p'
  ) {
    switch (urlString[4]) {
      case ':':
        return 'http:'
      case 's':
        if (urlString[5] === ':') {
          return 'https:'
        }
    }
  }
  // fallback if none of the usual suspects
  return urlString.slice(0, urlString.indexOf(':') + 1)
}

const kEnumerableProperty = {
  __proto__: null,
  enumerable: true
}

const normalizedMethodRecordsBase = {
  delete: 'DELETE',
  DELETE: 'DELETE',
  get: 'GET',
  GET: 'GET',
  head: 'HEAD',
  HEAD: 'HEAD',
  options: 'OPTIONS',
  OPTIONS: 'OPTIONS',
  post: 'POST',
  POST: 'POST',
  put: 'PUT',
  PUT: 'PUT',
  query: 'QUERY',
  QUERY: 'QUERY'
}

const normalizedMethodRecords = {
  ...normalizedMethodRecordsBase,
  patch: 'patch',
  PATCH: 'PATCH'
}

// Note: object prototypes should not be able to be referenced. e.g. `Object#hasOwnProperty`.
Object.setPrototypeOf(normalizedMethodRecordsBase, null)
Object.setPrototypeOf(normalizedMethodRecords, null)

module.exports = {
  kEnumerableProperty,
  isDisturbed,
  isBlobLike,
  parseOrigin,
  parseURL,
  getServerName,
  isStream,
  isIterable,
  hasSafeIterator,
  isAsyncIterable,
  isDestroyed,
  headerNameToString,
  bufferToLowerCasedHeaderName,
  addListener,
  removeAllListeners,
  errorRequest,
  parseRawHeaders,
  toRawHeaders,
  encodeRawHeaders,
  parseHeaders,
  setHeader,
  parseKeepAliveTimeout,
  destroy,
  bodyLength,
  deepClone,
  isBuffer,
  assertRequestHandler,
  getSocketInfo,
  isFormDataLike,
  pathHasQueryOrFragment,
  serializePathWithQuery,
  addAbortListener,
  isValidHTTPToken,
  isValidHeaderValue,
  isTokenCharCode,
  parseRangeHeader,
  normalizedMethodRecordsBase,
  normalizedMethodRecords,
  isValidPort,
  isHttpOrHttpsPrefixed,
  safeHTTPMethods: Object.freeze(['GET', 'HEAD', 'OPTIONS', 'TRACE']),
  wrapRequestBody,
  setupConnectTimeout,
  getProtocolFromUrlString
}


/***/ }),

/***/ 57405:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const { InvalidArgumentError, MaxOriginsReachedError } = __nccwpck_require__(68707)
const { kBusy, kClients, kConnected, kRunning, kPending, kClose, kDestroy, kDispatch, kUrl } = __nccwpck_require__(36443)
const DispatcherBase = __nccwpck_require__(21841)
const Pool = __nccwpck_require__(30628)
const Client = __nccwpck_require__(23701)
const util = __nccwpck_require__(3440)

const kOnConnect = Symbol('onConnect')
const kOnDisconnect = Symbol('onDisconnect')
const kOnConnectionError = Symbol('onConnectionError')
const kOnDrain = Symbol('onDrain')
const kFactory = Symbol('factory')
const kOptions = Symbol('options')
const kOrigins = Symbol('origins')

function defaultFactory (origin, opts) {
  return opts && opts.connections === 1
    ? new Client(origin, opts)
    : new Pool(origin, opts)
}

class Agent extends DispatcherBase {
  constructor ({ factory = defaultFactory, maxOrigins = Infinity, connect, tls, ...options } = {}) {
    if (typeof factory !== 'function') {
      throw new InvalidArgumentError('factory must be a function.')
    }

    if (connect != null && typeof connect !== 'function' && typeof connect !== 'object') {
      throw new InvalidArgumentError('connect must be a function or an object')
    }

    if (typeof maxOrigins !== 'number' || Number.isNaN(maxOrigins) || maxOrigins <= 0) {
      throw new InvalidArgumentError('maxOrigins must be a number greater than 0')
    }

    super(options)

    if (connect && typeof connect !== 'function') {
      connect = { ...connect }
    }

    if (tls && typeof tls !== 'function') {
      tls = { ...tls }
    }

    this[kOptions] = { ...util.deepClone(options), maxOrigins, connect, tls }
    this[kFactory] = factory
    this[kClients] = new Map()
    this[kOrigins] = new Set()

    this[kOnDrain] = (origin, targets) => {
      this.emit('drain', origin, [this, ...targets])
    }

    this[kOnConnect] = (origin, targets) => {
      this.emit('connect', origin, [this, ...targets])
    }

    this[kOnDisconnect] = (origin, targets, err) => {
      this.emit('disconnect', origin, [this, ...targets], err)
    }

    this[kOnConnectionError] = (origin, targets, err) => {
      this.emit('connectionError', origin, [this, ...targets], err)
    }
  }

  get [kRunning] () {
    let ret = 0
    for (const dispatcher of this[kClients].values()) {
      ret += dispatcher[kRunning]
    }
    return ret
  }

  [kDispatch] (opts, handler) {
    let origin
    if (opts.origin && (typeof opts.origin === 'string' || opts.origin instanceof URL)) {
      origin = String(opts.origin)
    } else {
      throw new InvalidArgumentError('opts.origin must be a non-empty string or URL.')
    }

    const allowH2 = opts.allowH2 ?? this[kOptions].allowH2
    const key = allowH2 === false ? `${origin}#http1-only` : origin

    if (this[kOrigins].size >= this[kOptions].maxOrigins && !this[kOrigins].has(origin)) {
      throw new MaxOriginsReachedError()
    }

    let dispatcher = this[kClients].get(key)
    if (!dispatcher) {
      dispatcher = this[kFactory](opts.origin, allowH2 === false
        ? { ...this[kOptions], allowH2: false }
        : this[kOptions])

      const closeClientIfUnused = () => {
        if (this[kClients].get(key) !== dispatcher) {
          return
        }

        // A GOAWAY detaches the HTTP/2 session before requeued requests are
        // dispatched on a replacement connection. At that point the pool has
        // no connected clients and is not busy, but it still has pending work.
        // Closing it here lets the replacement Client finish those requests
        // and then destroys that new connection with ClientDestroyedError.
        if (dispatcher[kConnected] > 0 || dispatcher[kBusy] || dispatcher[kPending] > 0) {
          return
        }

        this[kClients].delete(key)
        if (!dispatcher.destroyed) {
          dispatcher.close()
        }

        let hasOrigin = false
        for (const k of this[kClients].keys()) {
          if (k === origin || k === `${origin}#http1-only`) {
            hasOrigin = true
            break
          }
        }

        if (!hasOrigin) {
          this[kOrigins].delete(origin)
        }
      }

      dispatcher
        .on('drain', this[kOnDrain])
        .on('connect', this[kOnConnect])
        .on('disconnect', (origin, targets, err) => {
          closeClientIfUnused()
          this[kOnDisconnect](origin, targets, err)
        })
        .on('connectionError', (origin, targets, err) => {
          closeClientIfUnused()
          this[kOnConnectionError](origin, targets, err)
        })

      this[kClients].set(key, dispatcher)
      this[kOrigins].add(origin)
    }

    return dispatcher.dispatch(opts, handler)
  }

  [kClose] () {
    const closePromises = []
    for (const dispatcher of this[kClients].values()) {
      closePromises.push(dispatcher.close())
    }
    this[kClients].clear()

    return Promise.all(closePromises)
  }

  [kDestroy] (err) {
    const destroyPromises = []
    for (const dispatcher of this[kClients].values()) {
      destroyPromises.push(dispatcher.destroy(err))
    }
    this[kClients].clear()

    return Promise.all(destroyPromises)
  }

  get stats () {
    const allClientStats = {}
    for (const dispatcher of this[kClients].values()) {
      if (dispatcher.stats) {
        allClientStats[dispatcher[kUrl].origin] = dispatcher.stats
      }
    }
    return allClientStats
  }
}

module.exports = Agent


/***/ }),

/***/ 637:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



/* global WebAssembly */

const assert = (holds, message = 'undici: an assertion failed') => { if (!holds) throw message instanceof Error ? message : new Error(message) }
const util = __nccwpck_require__(3440)
const { channels } = __nccwpck_require__(42414)
const timers = __nccwpck_require__(96603)
const {
  RequestContentLengthMismatchError,
  ResponseContentLengthMismatchError,
  RequestAbortedError,
  InvalidArgumentError,
  HeadersTimeoutError,
  HeadersOverflowError,
  SocketError,
  InformationalError,
  BodyTimeoutError,
  HTTPParserError,
  WebAssemblyNotSupportedError,
  ResponseExceededMaxSizeError
} = __nccwpck_require__(68707)
const {
  kUrl,
  kReset,
  kClient,
  kParser,
  kBlocking,
  kRunning,
  kPending,
  kSize,
  kWriting,
  kQueue,
  kNoRef,
  kKeepAliveDefaultTimeout,
  kHostHeader,
  kPendingIdx,
  kRunningIdx,
  kError,
  kPipelining,
  kSocket,
  kKeepAliveTimeoutValue,
  kMaxHeadersSize,
  kKeepAliveMaxTimeout,
  kKeepAliveTimeoutThreshold,
  kHeadersTimeout,
  kBodyTimeout,
  kStrictContentLength,
  kMaxRequests,
  kCounter,
  kMaxResponseSize,
  kOnError,
  kResume,
  kHTTPContext,
  kClosed,
  kUseMilo
} = __nccwpck_require__(36443)

const constants = __nccwpck_require__(52824)
// Node.js core bundles only llhttp; experimental Milo remains available in npm builds.
const { H1Parser, getMiloEnabled } = false
  ? __nccwpck_require__(33684)
  : {}
const EMPTY_BUF = Buffer.alloc(0)
const FastBuffer = Buffer[Symbol.species]
const removeAllListeners = util.removeAllListeners
const kIdleSocketValidation = Symbol('kIdleSocketValidation')
const kIdleSocketValidationTimeout = Symbol('kIdleSocketValidationTimeout')
const kSocketUsed = Symbol('kSocketUsed')
const kTypeOfService = Symbol('kTypeOfService')

let extractBody

function lazyllhttp () {
  // Check only when HTTP/1 needs the parser, so other APIs remain usable without WASM.
  if (typeof WebAssembly === 'undefined') {
    throw new WebAssemblyNotSupportedError()
  }

  const llhttpWasmData = undefined ? __nccwpck_require__(67774) : undefined

  let mod

  // We disable wasm SIMD on older versions of Node.js on ppc64 that are broken on Power >=9 architectures.
  let useWasmSIMD = true
  if (process.arch === 'riscv64') {
    useWasmSIMD = false
  } else if (process.arch === 'ppc64') {
    const [major, minor] = process.versions.node.split('.').map(n => parseInt(n, 10))
    if (major < 24 || (major === 24 && minor < 12)) {
      useWasmSIMD = false
    }
  }
  // The Env Variable UNDICI_NO_WASM_SIMD allows explicitly overriding the default behavior
  if (undefined === '1') {
    useWasmSIMD = false
  } else if (undefined === '0') {
    useWasmSIMD = true
  }

  if (useWasmSIMD) {
    try {
      mod = new WebAssembly.Module(__nccwpck_require__(53434))
    } catch {}
  }

  if (!mod) {
    // We could check if the error was caused by the simd option not
    // being enabled, but the occurring of this other error
    // * https://github.com/emscripten-core/emscripten/issues/11495
    // got me to remove that check to avoid breaking Node 12.
    mod = new WebAssembly.Module(llhttpWasmData || __nccwpck_require__(67774))
  }

  return new WebAssembly.Instance(mod, {
    env: {
      /**
       * @param {number} p
       * @param {number} at
       * @param {number} len
       * @returns {number}
       */
      wasm_on_url: (p, at, len) => {
        return 0
      },
      /**
       * @param {number} p
       * @param {number} at
       * @param {number} len
       * @returns {number}
       */
      wasm_on_status: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onStatus(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      /**
       * @param {number} p
       * @returns {number}
       */
      wasm_on_message_begin: p => {
        assert(currentParser.ptr === p)
        return currentParser.onMessageBegin()
      },
      /**
       * @param {number} p
       * @param {number} at
       * @param {number} len
       * @returns {number}
       */
      wasm_on_header_field: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onHeaderField(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      /**
       * @param {number} p
       * @param {number} at
       * @param {number} len
       * @returns {number}
       */
      wasm_on_header_value: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onHeaderValue(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      /**
       * @param {number} p
       * @param {number} statusCode
       * @param {0|1} upgrade
       * @param {0|1} shouldKeepAlive
       * @returns {number}
       */
      wasm_on_headers_complete: (p, statusCode, upgrade, shouldKeepAlive) => {
        assert(currentParser.ptr === p)
        return currentParser.onHeadersComplete(statusCode, upgrade === 1, shouldKeepAlive === 1)
      },
      /**
       * @param {number} p
       * @param {number} at
       * @param {number} len
       * @returns {number}
       */
      wasm_on_body: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onBody(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      /**
       * @param {number} p
       * @returns {number}
       */
      wasm_on_message_complete: p => {
        assert(currentParser.ptr === p)
        return currentParser.onMessageComplete()
      }
    }
  })
}

let llhttpInstance = null

/**
 * @type {Parser|null}
 */
let currentParser = null
let currentBufferRef = null
/**
 * @type {number}
 */
let currentBufferSize = 0
let currentBufferPtr = null
let currentBuffer = null

const USE_NATIVE_TIMER = 0
const USE_FAST_TIMER = 1

// Use fast timers for headers and body to take eventual event loop
// latency into account.
const TIMEOUT_HEADERS = 2 | USE_FAST_TIMER
const TIMEOUT_BODY = 4 | USE_FAST_TIMER

// Use native timers to ignore event loop latency for keep-alive
// handling.
const TIMEOUT_KEEP_ALIVE = 8 | USE_NATIVE_TIMER

class Parser {
  /**
   * @param {import('./client.js')} client
   * @param {import('net').Socket} socket
   * @param {*} llhttp
   */
  constructor (client, socket, { exports }) {
    this.llhttp = exports
    this.ptr = this.llhttp.llhttp_alloc(constants.TYPE.RESPONSE)
    this.client = client
    /**
     * @type {import('net').Socket}
     */
    this.socket = socket
    this.timeout = null
    this.timeoutWeakRef = new WeakRef(this)
    this.timeoutValue = null
    this.timeoutType = null
    this.statusCode = 0
    this.statusText = ''
    this.upgrade = false
    this.headers = []
    this.headersSize = 0
    this.headersMaxSize = client[kMaxHeadersSize]
    this.shouldKeepAlive = false
    this.paused = false
    this.resume = this.resume.bind(this)

    this.bytesRead = 0

    this.keepAlive = ''
    this.contentLength = -1
    this.hasTransferEncoding = false
    this.connection = ''
    this.maxResponseSize = client[kMaxResponseSize]
  }

  setTimeout (delay, type) {
    // If the existing timer and the new timer are of different timer type
    // (fast or native) or have different delay, we need to clear the existing
    // timer and set a new one.
    if (delay !== this.timeoutValue || (type & USE_FAST_TIMER) ^ (this.timeoutType & USE_FAST_TIMER)) {
      // If a timeout is already set, clear it with clearTimeout of the fast
      // timer implementation, as it can clear fast and native timers.
      if (this.timeout) {
        timers.clearTimeout(this.timeout)
        this.timeout = null
      }

      if (delay) {
        if (type & USE_FAST_TIMER) {
          this.timeout = timers.setFastTimeout(onParserTimeout, delay, this.timeoutWeakRef)
        } else {
          this.timeout = setTimeout(onParserTimeout, delay, this.timeoutWeakRef)
          this.timeout?.unref()
        }
      }

      this.timeoutValue = delay
    } else if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    this.timeoutType = type
  }

  resume () {
    if (this.socket.destroyed || !this.paused) {
      return
    }

    assert(this.ptr != null)
    assert(currentParser === null)

    this.llhttp.llhttp_resume(this.ptr)

    assert(this.timeoutType === TIMEOUT_BODY)
    if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    this.paused = false
    this.execute(this.socket.read() || EMPTY_BUF) // Flush parser.
    this.readMore()
  }

  readMore () {
    while (!this.paused && this.ptr) {
      const chunk = this.socket.read()
      if (chunk === null) {
        break
      }
      this.execute(chunk)
    }
  }

  /**
   * @param {Buffer} chunk
   */
  execute (chunk) {
    assert(currentParser === null)
    assert(this.ptr != null)
    assert(!this.paused)

    const { socket, llhttp } = this

    // Allocate a new buffer if the current buffer is too small.
    if (chunk.length > currentBufferSize) {
      if (currentBufferPtr) {
        llhttp.free(currentBufferPtr)
      }
      // Allocate a buffer that is a multiple of 4096 bytes.
      currentBufferSize = Math.ceil(chunk.length / 4096) * 4096
      currentBufferPtr = llhttp.malloc(currentBufferSize)
    }

    if (
      currentBuffer === null ||
      currentBuffer.buffer !== llhttp.memory.buffer ||
      currentBuffer.byteOffset !== currentBufferPtr ||
      currentBuffer.byteLength !== currentBufferSize
    ) {
      currentBuffer = new Uint8Array(llhttp.memory.buffer, currentBufferPtr, currentBufferSize)
    }

    currentBuffer.set(chunk)

    // Call `execute` on the wasm parser.
    // We pass the `llhttp_parser` pointer address, the pointer address of buffer view data,
    // and finally the length of bytes to parse.
    // The return value is an error code or `constants.ERROR.OK`.
    try {
      let ret

      try {
        currentBufferRef = chunk
        currentParser = this
        ret = llhttp.llhttp_execute(this.ptr, currentBufferPtr, chunk.length)
      } finally {
        currentParser = null
        currentBufferRef = null
      }

      if (ret !== constants.ERROR.OK) {
        const data = chunk.subarray(llhttp.llhttp_get_error_pos(this.ptr) - currentBufferPtr)

        if (ret === constants.ERROR.PAUSED_UPGRADE) {
          this.onUpgrade(data)
        } else if (ret === constants.ERROR.PAUSED) {
          this.paused = true
          socket.unshift(data)
        } else {
          throw this.createError(ret, data)
        }
      }
    } catch (err) {
      util.destroy(socket, err)
    }
  }

  finish () {
    assert(currentParser === null)
    assert(this.ptr != null)

    const { llhttp } = this

    // The peer closed the connection. If the body parser was paused by
    // backpressure we must finish parsing before signalling EOF, otherwise
    // llhttp_finish() would crash (it used to assert !paused) or report a
    // half-parsed message. Backpressure is advisory here: onData keeps buffering
    // delivered bytes into the response stream, so resume across pauses and
    // drain whatever is still buffered on the socket. A Content-Length/chunked
    // body reaches on_message_complete during execute(); an EOF-delimited body
    // stays paused (its length is unknown) and is completed by llhttp_finish().
    if (this.paused) {
      let data
      do {
        llhttp.llhttp_resume(this.ptr)
        this.paused = false
        data = this.socket.read() || EMPTY_BUF
        this.execute(data)
      } while (this.paused && data.length > 0)

      if (this.paused) {
        llhttp.llhttp_resume(this.ptr)
        this.paused = false
      }
    }

    let ret

    try {
      currentParser = this
      ret = llhttp.llhttp_finish(this.ptr)
    } finally {
      currentParser = null
    }

    if (ret === constants.ERROR.OK) {
      return null
    }

    if (ret === constants.ERROR.PAUSED || ret === constants.ERROR.PAUSED_UPGRADE) {
      this.paused = true
      return null
    }

    return this.createError(ret, EMPTY_BUF)
  }

  createError (ret, data) {
    const { llhttp, contentLength, bytesRead } = this

    if (contentLength !== -1 && bytesRead !== contentLength) {
      return new ResponseContentLengthMismatchError()
    }

    const ptr = llhttp.llhttp_get_error_reason(this.ptr)
    let message = ''
    if (ptr) {
      const len = new Uint8Array(llhttp.memory.buffer, ptr).indexOf(0)
      message =
        'Response does not match the HTTP/1.1 protocol (' + Buffer.from(llhttp.memory.buffer, ptr, len).toString() + ')'
    }

    return new HTTPParserError(message, constants.ERROR[ret], data)
  }

  destroy () {
    assert(currentParser === null)
    assert(this.ptr != null)

    this.llhttp.llhttp_free(this.ptr)
    this.ptr = null

    this.timeout && timers.clearTimeout(this.timeout)
    this.timeout = null
    this.timeoutValue = null
    this.timeoutType = null

    this.paused = false
  }

  /**
   * @param {Buffer} buf
   * @returns {0}
   */
  onStatus (buf) {
    this.statusText = buf.toString()
    return 0
  }

  /**
   * @returns {0|-1}
   */
  onMessageBegin () {
    const { socket, client } = this

    if (socket.destroyed) {
      return -1
    }

    if (client[kRunning] === 0) {
      util.destroy(socket, new SocketError('bad response', util.getSocketInfo(socket)))
      return -1
    }

    const request = client[kQueue][client[kRunningIdx]]
    if (!request) {
      return -1
    }
    request.onResponseStarted()

    return 0
  }

  /**
   * @param {Buffer} buf
   * @returns {number}
   */
  onHeaderField (buf) {
    const len = this.headers.length

    if ((len & 1) === 0) {
      this.headers.push(buf)
    } else {
      this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf])
    }

    this.trackHeader(buf.length)

    return 0
  }

  /**
   * @param {Buffer} buf
   * @returns {number}
   */
  onHeaderValue (buf) {
    let len = this.headers.length
    const isContinuation = (len & 1) === 0

    if ((len & 1) === 1) {
      this.headers.push(buf)
      len += 1
    } else {
      this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf])
    }

    const key = this.headers[len - 2]
    if (key.length === 10) {
      const headerName = util.bufferToLowerCasedHeaderName(key)
      if (headerName === 'keep-alive') {
        this.keepAlive += (isContinuation || this.keepAlive.length === 0 ? '' : ',') + buf.toString()
      } else if (headerName === 'connection') {
        this.connection += (isContinuation || this.connection.length === 0 ? '' : ',') + buf.toString()
      }
    } else if (key.length === 14 && util.bufferToLowerCasedHeaderName(key) === 'content-length') {
      if (this.contentLength === -1) {
        this.contentLength = 0
      }
      for (let i = 0; i < buf.length; i++) {
        this.contentLength = this.contentLength * 10 + (buf[i] - 0x30)
      }
    } else if (key.length === 17 && util.bufferToLowerCasedHeaderName(key) === 'transfer-encoding') {
      this.hasTransferEncoding = true
    }

    this.trackHeader(buf.length)

    return 0
  }

  /**
   * @param {number} len
   */
  trackHeader (len) {
    this.headersSize += len
    if (this.headersSize >= this.headersMaxSize) {
      util.destroy(this.socket, new HeadersOverflowError())
    }
  }

  /**
   * @param {Buffer} head
   */
  onUpgrade (head) {
    const { upgrade, client, socket, headers, statusCode, statusText } = this

    assert(upgrade)
    assert(client[kSocket] === socket)
    assert(!socket.destroyed)
    assert(!this.paused)
    assert((headers.length & 1) === 0)

    const request = client[kQueue][client[kRunningIdx]]
    assert(request)
    assert(request.upgrade || request.method === 'CONNECT')

    this.statusCode = 0
    this.statusText = ''
    this.shouldKeepAlive = false

    this.headers = []
    this.headersSize = 0

    socket.unshift(head)

    socket[kParser].destroy()
    socket[kParser] = null

    socket[kClient] = null
    socket[kError] = null

    removeAllListeners(socket)

    client[kSocket] = null
    client[kHTTPContext] = null // TODO (fix): This is hacky...
    client[kQueue][client[kRunningIdx]++] = null
    client.emit('disconnect', client[kUrl], [client], new InformationalError('upgrade'))

    try {
      request.onRequestUpgrade(statusCode, headers, socket, statusText)
    } catch (err) {
      util.errorRequest(client, request, err)
      util.destroy(socket, err)
    }

    client[kResume]()
  }

  /**
   * @param {number} statusCode
   * @param {boolean} upgrade
   * @param {boolean} shouldKeepAlive
   * @returns {number}
   */
  onHeadersComplete (statusCode, upgrade, shouldKeepAlive) {
    const { client, socket, headers, statusText } = this

    if (socket.destroyed) {
      return -1
    }

    if (client[kRunning] === 0) {
      util.destroy(socket, new SocketError('bad response', util.getSocketInfo(socket)))
      return -1
    }

    const request = client[kQueue][client[kRunningIdx]]

    if (!request) {
      return -1
    }

    assert(!this.upgrade)
    assert(this.statusCode < 200)

    if (statusCode === 100) {
      util.destroy(socket, new SocketError('bad response', util.getSocketInfo(socket)))
      return -1
    }

    /* this can only happen if server is misbehaving */
    if (upgrade && !request.upgrade) {
      util.destroy(socket, new SocketError('bad upgrade', util.getSocketInfo(socket)))
      return -1
    }

    assert(this.timeoutType === TIMEOUT_HEADERS)

    this.statusCode = statusCode
    this.shouldKeepAlive =
      shouldKeepAlive ||
      // Override llhttp value which does not allow keepAlive for HEAD.
      (request.method === 'HEAD' && !socket[kReset] &&
        /(?:^|,)[\t ]*keep-alive[\t ]*(?:,|$)/i.test(this.connection) &&
        !/(?:^|,)[\t ]*close[\t ]*(?:,|$)/i.test(this.connection))

    // Responses to HEAD and 204/304 responses never carry content
    if (request.method === 'HEAD' || statusCode === 204 || statusCode === 304) {
      // A non-zero Content-Length or Transfer-Encoding on a 204/304 means the
      // server may also have sent content inappropriately, which would then be
      // parsed as the next response on this connection. Accept it, but do not
      // reuse the connection. HEAD requests are fine tho.
      if (request.method !== 'HEAD' && (this.contentLength > 0 || this.hasTransferEncoding)) {
        this.shouldKeepAlive = false
      }
      this.contentLength = -1
    }

    if (this.statusCode >= 200) {
      const bodyTimeout = request.bodyTimeout != null ? request.bodyTimeout : client[kBodyTimeout]
      this.setTimeout(bodyTimeout, TIMEOUT_BODY)
    } else if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    if (request.method === 'CONNECT') {
      assert(client[kRunning] === 1)
      this.upgrade = true
      return 2
    }

    if (upgrade) {
      assert(client[kRunning] === 1)
      this.upgrade = true
      return 2
    }

    assert((this.headers.length & 1) === 0)
    this.headers = []
    this.headersSize = 0

    if (this.shouldKeepAlive && client[kPipelining]) {
      const keepAliveTimeout = this.keepAlive ? util.parseKeepAliveTimeout(this.keepAlive) : null

      if (keepAliveTimeout != null) {
        const timeout = Math.min(keepAliveTimeout - client[kKeepAliveTimeoutThreshold], client[kKeepAliveMaxTimeout])
        if (timeout <= 0) {
          socket[kReset] = true
        } else {
          client[kKeepAliveTimeoutValue] = timeout
        }
      } else {
        client[kKeepAliveTimeoutValue] = client[kKeepAliveDefaultTimeout]
      }
    } else {
      // Stop more requests from being dispatched.
      socket[kReset] = true
    }

    const pause = request.onResponseStart(statusCode, headers, this.resume, statusText) === false

    if (request.aborted) {
      return -1
    }

    if (request.method === 'HEAD') {
      return 1
    }

    if (statusCode < 200) {
      return 1
    }

    if (socket[kBlocking]) {
      socket[kBlocking] = false
      client[kResume]()
    }

    return pause ? constants.ERROR.PAUSED : 0
  }

  /**
   * @param {Buffer} buf
   * @returns {number}
   */
  onBody (buf) {
    const { client, socket, statusCode, maxResponseSize } = this

    if (socket.destroyed) {
      return -1
    }

    const request = client[kQueue][client[kRunningIdx]]
    assert(request)

    assert(this.timeoutType === TIMEOUT_BODY)
    if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    assert(statusCode >= 200)

    if (maxResponseSize > -1 && this.bytesRead + buf.length > maxResponseSize) {
      util.destroy(socket, new ResponseExceededMaxSizeError())
      return -1
    }

    this.bytesRead += buf.length

    if (request.onResponseData(buf) === false) {
      return constants.ERROR.PAUSED
    }

    return 0
  }

  /**
   * @returns {number}
   */
  onMessageComplete () {
    const { client, socket, statusCode, upgrade, headers, contentLength, bytesRead, shouldKeepAlive } = this

    if (socket.destroyed && (!statusCode || shouldKeepAlive)) {
      return -1
    }

    if (upgrade) {
      return 0
    }

    assert(statusCode >= 100)
    assert((this.headers.length & 1) === 0)

    const request = client[kQueue][client[kRunningIdx]]
    assert(request)

    this.statusCode = 0
    this.statusText = ''
    this.bytesRead = 0
    this.contentLength = -1
    this.hasTransferEncoding = false
    this.keepAlive = ''
    this.connection = ''

    this.headers = []
    this.headersSize = 0

    if (statusCode < 200) {
      return 0
    }

    if (contentLength !== -1 && bytesRead !== contentLength) {
      util.destroy(socket, new ResponseContentLengthMismatchError())
      return -1
    }

    request.onResponseEnd(headers)

    client[kQueue][client[kRunningIdx]++] = null
    socket[kSocketUsed] = client[kPending] === 0

    if (socket[kWriting]) {
      assert(client[kRunning] === 0)
      // Response completed before request.
      util.destroy(socket, new InformationalError('reset'))
      return constants.ERROR.PAUSED
    } else if (!shouldKeepAlive) {
      util.destroy(socket, new InformationalError('reset'))
      return constants.ERROR.PAUSED
    } else if (socket[kReset] && client[kRunning] === 0) {
      // Destroy socket once all requests have completed.
      // The request at the tail of the pipeline is the one
      // that requested reset and no further requests should
      // have been queued since then.
      util.destroy(socket, new InformationalError('reset'))
      return constants.ERROR.PAUSED
    } else if (client[kPipelining] == null || client[kPipelining] === 1) {
      // We must wait a full event loop cycle to reuse this socket to make sure
      // that non-spec compliant servers are not closing the connection even if they
      // said they won't.
      setImmediate(client[kResume])
    } else {
      client[kResume]()
    }

    return 0
  }
}

function onParserTimeout (parserWeakRef) {
  const parser = parserWeakRef.deref()
  if (!parser) {
    return
  }

  const { socket, timeoutType, client, paused } = parser

  if (timeoutType === TIMEOUT_HEADERS) {
    if (!socket[kWriting] || socket.writableNeedDrain || client[kRunning] > 1) {
      assert(!paused, 'cannot be paused while waiting for headers')
      util.destroy(socket, new HeadersTimeoutError())
    }
  } else if (timeoutType === TIMEOUT_BODY) {
    if (!paused) {
      util.destroy(socket, new BodyTimeoutError())
    }
  } else if (timeoutType === TIMEOUT_KEEP_ALIVE) {
    assert(client[kRunning] === 0 && client[kKeepAliveTimeoutValue])
    util.destroy(socket, new InformationalError('socket idle timeout'))
  }
}

/**
 * @param {import ('./client.js')} client
 * @param {import('net').Socket} socket
 * @returns
 */
function connectH1 (client, socket) {
  client[kSocket] = socket

  if (!llhttpInstance) {
    llhttpInstance = lazyllhttp()
  }

  if (socket.errored) {
    throw socket.errored
  }

  if (socket.destroyed) {
    throw new SocketError('destroyed')
  }

  socket[kNoRef] = false
  socket[kWriting] = false
  socket[kReset] = false
  socket[kBlocking] = false
  socket[kIdleSocketValidation] = 0
  socket[kIdleSocketValidationTimeout] = null
  socket[kSocketUsed] = false
  socket[kParser] = false && (client[kUseMilo] ?? getMiloEnabled())
    ? new H1Parser(client, socket)
    : new Parser(client, socket, llhttpInstance)

  util.addListener(socket, 'error', onHttpSocketError)
  util.addListener(socket, 'readable', onHttpSocketReadable)
  util.addListener(socket, 'end', onHttpSocketEnd)
  util.addListener(socket, 'close', onHttpSocketClose)

  socket[kClosed] = false
  socket.on('close', onSocketClose)

  return {
    version: 'h1',
    defaultPipelining: 1,
    write (request) {
      return writeH1(client, request)
    },
    resume () {
      resumeH1(client)
    },
    /**
     * @param {Error|undefined} err
     * @param {() => void} callback
     */
    destroy (err, callback) {
      if (socket[kClosed]) {
        queueMicrotask(callback)
      } else {
        socket.on('close', callback)
        socket.destroy(err)
      }
    },
    /**
     * @returns {boolean}
     */
    get destroyed () {
      return socket.destroyed
    },
    /**
     * @param {import('../core/request.js')} request
     * @returns {boolean}
     */
    busy (request) {
      if (socket[kWriting] || socket[kReset] || socket[kBlocking] || socket[kIdleSocketValidation] === 1) {
        return true
      }

      if (request) {
        if (client[kRunning] > 0 && !request.idempotent) {
          // Non-idempotent request cannot be retried.
          // Ensure that no other requests are inflight and
          // could cause failure.
          return true
        }

        if (client[kRunning] > 0 && (request.upgrade || request.method === 'CONNECT')) {
          // Don't dispatch an upgrade until all preceding requests have completed.
          // A misbehaving server might upgrade the connection before all pipelined
          // request has completed.
          return true
        }

        if (
          client[kRunning] > 0 &&
          util.bodyLength(request.body) !== 0 &&
          (util.isStream(request.body) || util.isAsyncIterable(request.body) || util.isFormDataLike(request.body))
        ) {
          // Request with stream or iterator body can error while other requests
          // are inflight and indirectly error those as well.
          // Ensure this doesn't happen by waiting for inflight
          // to complete before dispatching.

          // Request with stream or iterator body cannot be retried.
          // Ensure that no other requests are inflight and
          // could cause failure.
          return true
        }
      }

      return false
    }
  }
}

function onHttpSocketError (err) {
  const parser = this[kParser]

  // On Mac OS, we get an ECONNRESET even if there is a full body to be forwarded
  // to the user.
  if (err.code === 'ECONNRESET' && parser.statusCode && !parser.shouldKeepAlive) {
    const parserErr = parser.finish()
    if (parserErr) {
      this[kError] = parserErr
      this[kClient][kOnError](parserErr)
    }
    return
  }

  this[kError] = err

  this[kClient][kOnError](err)
}

function onHttpSocketReadable () {
  this[kParser]?.readMore()
}

function onHttpSocketEnd () {
  const parser = this[kParser]

  if (parser.statusCode && !parser.shouldKeepAlive) {
    const parserErr = parser.finish()
    if (parserErr) {
      util.destroy(this, parserErr)
    }
    return
  }

  util.destroy(this, new SocketError('other side closed', util.getSocketInfo(this)))
}

function onHttpSocketClose () {
  const parser = this[kParser]

  clearIdleSocketValidation(this)

  if (parser) {
    if (!this[kError] && parser.statusCode && !parser.shouldKeepAlive) {
      this[kError] = parser.finish() || this[kError]
    }

    this[kParser].destroy()
    this[kParser] = null
  }

  const err = this[kError] || new SocketError('closed', util.getSocketInfo(this))

  const client = this[kClient]

  client[kSocket] = null
  client[kHTTPContext] = null // TODO (fix): This is hacky...

  if (client.destroyed) {
    assert(client[kPending] === 0)

    // Fail entire queue.
    const requests = client[kQueue].splice(client[kRunningIdx])
    for (let i = 0; i < requests.length; i++) {
      const request = requests[i]
      util.errorRequest(client, request, err)
    }
  } else if (client[kRunning] > 0 && err.code !== 'UND_ERR_INFO') {
    // Fail head of pipeline.
    const request = client[kQueue][client[kRunningIdx]]
    client[kQueue][client[kRunningIdx]++] = null

    util.errorRequest(client, request, err)
  }

  client[kPendingIdx] = client[kRunningIdx]

  assert(client[kRunning] === 0)

  client.emit('disconnect', client[kUrl], [client], err)

  client[kResume]()
}

function onSocketClose () {
  this[kClosed] = true
}

function clearIdleSocketValidation (socket) {
  if (socket[kIdleSocketValidationTimeout]) {
    clearImmediate(socket[kIdleSocketValidationTimeout])
    socket[kIdleSocketValidationTimeout] = null
  }

  socket[kIdleSocketValidation] = 0
}

function scheduleIdleSocketValidation (client, socket) {
  socket[kIdleSocketValidation] = 1
  // Yield to the check phase (after poll) so unsolicited bytes / FIN / RST
  // already pending on this idle keep-alive socket are processed before the
  // next request is written (GHSA-35p6-xmwp-9g52).
  //
  // setTimeout(0) pays Node's ~1ms timer floor on every sequential reuse
  // (#5493). setImmediate avoids that, but an *unref'd* Immediate lets poll
  // block for ~500ms when the event loop is otherwise idle (#5600 / #5606).
  // A ref'd Immediate both keeps the pending request alive and makes poll
  // return immediately \u2014 the hybrid those issues asked for.
  socket[kIdleSocketValidationTimeout] = setImmediate(() => {
    socket[kIdleSocketValidationTimeout] = null
    socket[kIdleSocketValidation] = 2

    if (client[kSocket] === socket && !socket.destroyed) {
      client[kResume]()
    }
  })
}

/**
 * @param {import('./client.js')} client
 */
function resumeH1 (client) {
  const socket = client[kSocket]

  if (socket && !socket.destroyed) {
    if (client[kSize] === 0) {
      if (!socket[kNoRef] && socket.unref) {
        socket.unref()
        socket[kNoRef] = true
      }
    } else if (socket[kNoRef] && socket.ref) {
      socket.ref()
      socket[kNoRef] = false
    }

    if (client[kRunning] === 0 && client[kPending] > 0 && socket[kSocketUsed]) {
      if (socket[kIdleSocketValidation] === 0) {
        scheduleIdleSocketValidation(client, socket)
        socket[kParser].readMore()
        if (socket.destroyed) {
          return
        }
        return
      }

      if (socket[kIdleSocketValidation] === 1) {
        socket[kParser].readMore()
        if (socket.destroyed) {
          return
        }
        return
      }
    }

    if (client[kRunning] === 0) {
      socket[kParser].readMore()
      if (socket.destroyed) {
        return
      }
    }

    if (client[kSize] === 0) {
      if (socket[kParser].timeoutType !== TIMEOUT_KEEP_ALIVE) {
        socket[kParser].setTimeout(client[kKeepAliveTimeoutValue], TIMEOUT_KEEP_ALIVE)
      }
    } else if (client[kRunning] > 0 && socket[kParser].statusCode < 200) {
      if (socket[kParser].timeoutType !== TIMEOUT_HEADERS) {
        const request = client[kQueue][client[kRunningIdx]]
        const headersTimeout = request.headersTimeout != null ? request.headersTimeout : client[kHeadersTimeout]
        socket[kParser].setTimeout(headersTimeout, TIMEOUT_HEADERS)
      }
    }
  }
}

// https://www.rfc-editor.org/rfc/rfc7230#section-3.3.2
function shouldSendContentLength (method) {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS' && method !== 'TRACE' && method !== 'CONNECT'
}

function setTypeOfService (socket, request) {
  if (typeof socket.setTypeOfService !== 'function') {
    return
  }

  const typeOfService = request.typeOfService

  if (typeOfService === undefined) {
    return
  }

  const currentTypeOfService = socket[kTypeOfService]

  if (currentTypeOfService === typeOfService) {
    return
  }

  try {
    socket.setTypeOfService(typeOfService)
    socket[kTypeOfService] = typeOfService
  } catch {
    // QoS marking is best-effort. setTypeOfService() can throw synchronously on
    // some platforms depending on socket state, but that must not abort the request.
  }
}

/**
 * @param {import('./client.js')} client
 * @param {import('../core/request.js')} request
 * @returns
 */
function writeH1 (client, request) {
  const { method, path, host, upgrade, blocking, reset } = request

  let { body, headers, contentLength } = request

  // https://tools.ietf.org/html/rfc7231#section-4.3.1
  // https://tools.ietf.org/html/rfc7231#section-4.3.2
  // https://tools.ietf.org/html/rfc7231#section-4.3.5

  // Sending a payload body on a request that does not
  // expect it can cause undefined behavior on some
  // servers and corrupt connection state. Do not
  // re-use the connection for further requests.

  const expectsPayload =
    method === 'PUT' ||
    method === 'POST' ||
    method === 'PATCH' ||
    method === 'QUERY' ||
    method === 'PROPFIND' ||
    method === 'PROPPATCH'

  if (util.isFormDataLike(body)) {
    if (!extractBody) {
      extractBody = (__nccwpck_require__(14931).extractBody)
    }

    const [bodyStream, contentType] = extractBody(body)
    if (request.contentType == null) {
      headers.push('content-type', contentType)
    }
    body = bodyStream.stream
    contentLength = bodyStream.length
  } else if (util.isBlobLike(body) && request.contentType == null) {
    const contentType = body.type
    if (contentType) {
      const contentTypeValue = `${contentType}`
      if (!util.isValidHeaderValue(contentTypeValue)) {
        util.errorRequest(client, request, new InvalidArgumentError('invalid content-type header'))
        return false
      }
      headers.push('content-type', contentTypeValue)
    }
  }

  if (body && typeof body.read === 'function') {
    // Try to read EOF in order to get length.
    body.read(0)
  }

  const bodyLength = util.bodyLength(body)

  contentLength = bodyLength ?? contentLength

  if (contentLength === null) {
    contentLength = request.contentLength
  }

  if (contentLength === 0 && !expectsPayload) {
    // https://tools.ietf.org/html/rfc7230#section-3.3.2
    // A user agent SHOULD NOT send a Content-Length header field when
    // the request message does not contain a payload body and the method
    // semantics do not anticipate such a body.

    contentLength = null
  }

  // https://github.com/nodejs/undici/issues/2046
  // A user agent may send a Content-Length header with 0 value, this should be allowed.
  if (
    shouldSendContentLength(method) &&
    contentLength > 0 &&
    request.contentLength !== null &&
    request.contentLength !== contentLength
  ) {
    if (client[kStrictContentLength]) {
      util.errorRequest(client, request, new RequestContentLengthMismatchError())
      return false
    }

    process.emitWarning(new RequestContentLengthMismatchError())
  }

  const socket = client[kSocket]
  clearIdleSocketValidation(socket)

  /**
   * @param {Error} [err]
   * @returns {void}
   */
  const abort = err => {
    if (request.aborted || request.completed) {
      return
    }

    util.errorRequest(client, request, err || new RequestAbortedError())

    util.destroy(body)
    util.destroy(socket, new InformationalError('aborted'))
  }

  try {
    request.onRequestStart(abort, null)
  } catch (err) {
    util.errorRequest(client, request, err)
  }

  if (request.aborted) {
    return false
  }

  if (method === 'HEAD') {
    // https://github.com/mcollina/undici/issues/258
    // Close after a HEAD request to interop with misbehaving servers
    // that may send a body in the response.

    socket[kReset] = true
  }

  if (upgrade || method === 'CONNECT') {
    // On CONNECT or upgrade, block pipeline from dispatching further
    // requests on this connection.

    socket[kReset] = true
  }

  if (reset != null) {
    socket[kReset] = reset
  }

  if (client[kMaxRequests] && ++socket[kCounter] >= client[kMaxRequests]) {
    socket[kReset] = true
  }

  if (blocking) {
    socket[kBlocking] = true
  }

  setTypeOfService(socket, request)

  let header = `${method} ${path} HTTP/1.1\r\n`

  if (typeof host === 'string') {
    header += `host: ${host}\r\n`
  } else {
    header += client[kHostHeader]
  }

  if (upgrade) {
    header += `connection: upgrade\r\nupgrade: ${upgrade}\r\n`
  } else if (client[kPipelining] && !socket[kReset]) {
    header += 'connection: keep-alive\r\n'
  } else {
    header += 'connection: close\r\n'
  }

  if (Array.isArray(headers)) {
    for (let n = 0; n < headers.length; n += 2) {
      const key = headers[n + 0]
      const val = headers[n + 1]

      if (Array.isArray(val)) {
        for (let i = 0; i < val.length; i++) {
          header += `${key}: ${val[i]}\r\n`
        }
      } else {
        header += `${key}: ${val}\r\n`
      }
    }
  }

  if (channels.sendHeaders.hasSubscribers) {
    channels.sendHeaders.publish({ request, headers: header, socket })
  }

  if (!body || bodyLength === 0) {
    writeBuffer(abort, null, client, request, socket, contentLength, header, expectsPayload)
  } else if (util.isBuffer(body)) {
    writeBuffer(abort, body, client, request, socket, contentLength, header, expectsPayload)
  } else if (util.isBlobLike(body)) {
    if (typeof body.stream === 'function') {
      writeIterable(abort, body.stream(), client, request, socket, contentLength, header, expectsPayload)
    } else {
      writeBlob(abort, body, client, request, socket, contentLength, header, expectsPayload)
    }
  } else if (util.isStream(body)) {
    writeStream(abort, body, client, request, socket, contentLength, header, expectsPayload)
  } else if (util.isIterable(body)) {
    writeIterable(abort, body, client, request, socket, contentLength, header, expectsPayload)
  } else {
    assert(false)
  }

  return true
}

/**
 * @param {AbortCallback} abort
 * @param {import('stream').Stream} body
 * @param {import('./client.js')} client
 * @param {import('../core/request.js')} request
 * @param {import('net').Socket} socket
 * @param {number} contentLength
 * @param {string} header
 * @param {boolean} expectsPayload
 */
function writeStream (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  assert(contentLength !== 0 || client[kRunning] === 0, 'stream body cannot be pipelined')

  let finished = false

  const writer = new AsyncWriter({ abort, socket, request, contentLength, client, expectsPayload, header })

  /**
   * @param {Buffer} chunk
   * @returns {void}
   */
  const onData = function (chunk) {
    if (finished) {
      return
    }

    try {
      if (!writer.write(chunk) && this.pause) {
        this.pause()
      }
    } catch (err) {
      util.destroy(this, err)
    }
  }

  /**
   * @returns {void}
   */
  const onDrain = function () {
    if (finished) {
      return
    }

    if (body.resume) {
      body.resume()
    }
  }

  /**
   * @returns {void}
   */
  const onClose = function () {
    // 'close' might be emitted *before* 'error' for
    // broken streams. Wait a tick to avoid this case.
    queueMicrotask(() => {
      // It's only safe to remove 'error' listener after
      // 'close'.
      body.removeListener('error', onFinished)
    })

    if (!finished) {
      const err = new RequestAbortedError()
      queueMicrotask(() => onFinished(err))
    }
  }

  /**
   * @param {Error} [err]
   * @returns
   */
  const onFinished = function (err) {
    if (finished) {
      return
    }

    finished = true

    assert(socket.destroyed || (socket[kWriting] && client[kRunning] <= 1))

    socket.off('drain', onDrain).off('error', onFinished)

    body.removeListener('data', onData).removeListener('end', onFinished).removeListener('close', onClose)

    if (!err) {
      try {
        writer.end()
      } catch (er) {
        err = er
      }
    }

    writer.destroy(err)

    if (err && (err.code !== 'UND_ERR_INFO' || err.message !== 'reset')) {
      util.destroy(body, err)
    } else {
      util.destroy(body)
    }
  }

  body.on('data', onData).on('end', onFinished).on('error', onFinished).on('close', onClose)

  if (body.resume) {
    body.resume()
  }

  socket.on('drain', onDrain).on('error', onFinished)

  if (body.errorEmitted ?? body.errored) {
    setImmediate(onFinished, body.errored)
  } else if (body.endEmitted ?? body.readableEnded) {
    setImmediate(onFinished, null)
  }

  if (body.closeEmitted ?? body.closed) {
    setImmediate(onClose)
  }
}

/**
 * @typedef AbortCallback
 * @type {Function}
 * @param {Error} [err]
 * @returns {void}
 */

/**
 * @param {AbortCallback} abort
 * @param {Uint8Array|null} body
 * @param {import('./client.js')} client
 * @param {import('../core/request.js')} request
 * @param {import('net').Socket} socket
 * @param {number} contentLength
 * @param {string} header
 * @param {boolean} expectsPayload
 * @returns {void}
 */
function writeBuffer (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  try {
    if (!body) {
      if (contentLength === 0) {
        socket.write(`${header}content-length: 0\r\n\r\n`, 'latin1')
      } else {
        assert(contentLength === null, 'no body must not have content length')
        socket.write(`${header}\r\n`, 'latin1')
      }
    } else if (util.isBuffer(body)) {
      assert(contentLength === body.byteLength, 'buffer body must have content length')

      socket.cork()
      socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, 'latin1')
      socket.write(body)
      socket.uncork()
      request.onBodySent(body)

      if (!expectsPayload && request.reset !== false) {
        socket[kReset] = true
      }
    }
    request.onRequestSent()

    client[kResume]()
  } catch (err) {
    abort(err)
  }
}

/**
 * @param {AbortCallback} abort
 * @param {Blob} body
 * @param {import('./client.js')} client
 * @param {import('../core/request.js')} request
 * @param {import('net').Socket} socket
 * @param {number} contentLength
 * @param {string} header
 * @param {boolean} expectsPayload
 * @returns {Promise<void>}
 */
async function writeBlob (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  try {
    if (contentLength != null && contentLength !== body.size) {
      throw new RequestContentLengthMismatchError()
    }

    const buffer = Buffer.from(await body.arrayBuffer())

    socket.cork()
    socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, 'latin1')
    socket.write(buffer)
    socket.uncork()

    request.onBodySent(buffer)
    request.onRequestSent()

    if (!expectsPayload && request.reset !== false) {
      socket[kReset] = true
    }

    client[kResume]()
  } catch (err) {
    abort(err)
  }
}

/**
 * @param {AbortCallback} abort
 * @param {Iterable} body
 * @param {import('./client.js')} client
 * @param {import('../core/request.js')} request
 * @param {import('net').Socket} socket
 * @param {number} contentLength
 * @param {string} header
 * @param {boolean} expectsPayload
 * @returns {Promise<void>}
 */
async function writeIterable (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  assert(contentLength !== 0 || client[kRunning] === 0, 'iterator body cannot be pipelined')

  let callback = null
  function onDrain () {
    if (callback) {
      const cb = callback
      callback = null
      cb()
    }
  }

  const waitForDrain = () =>
    new Promise((resolve, reject) => {
      assert(callback === null)

      if (socket[kError]) {
        reject(socket[kError])
      } else {
        callback = resolve
      }
    })

  socket.on('close', onDrain).on('drain', onDrain)

  const writer = new AsyncWriter({ abort, socket, request, contentLength, client, expectsPayload, header })
  try {
    // It's up to the user to somehow abort the async iterable.
    for await (const chunk of body) {
      if (socket[kError]) {
        throw socket[kError]
      }

      if (!writer.write(chunk)) {
        await waitForDrain()
      }
    }

    writer.end()
  } catch (err) {
    writer.destroy(err)
  } finally {
    socket.off('close', onDrain).off('drain', onDrain)
  }
}

class AsyncWriter {
  /**
   *
   * @param {object} arg
   * @param {AbortCallback} arg.abort
   * @param {import('net').Socket} arg.socket
   * @param {import('../core/request.js')} arg.request
   * @param {number} arg.contentLength
   * @param {import('./client.js')} arg.client
   * @param {boolean} arg.expectsPayload
   * @param {string} arg.header
   */
  constructor ({ abort, socket, request, contentLength, client, expectsPayload, header }) {
    this.socket = socket
    this.request = request
    this.contentLength = contentLength
    this.client = client
    this.bytesWritten = 0
    this.expectsPayload = expectsPayload
    this.header = header
    this.abort = abort
    this.lengthMismatch = false

    socket[kWriting] = true
  }

  /**
   * The body doesn't match the declared content-length and strictContentLength
   * is off. Warn once, and mark the socket so it isn't reused: on the wire this
   * request's body no longer ends where the server expects, so anything sent
   * after it on the same connection would be misread.
   * @returns {void}
   */
  onLengthMismatch () {
    this.socket[kReset] = true

    if (!this.lengthMismatch) {
      this.lengthMismatch = true
      process.emitWarning(new RequestContentLengthMismatchError())
    }
  }

  /**
   * @param {string|Uint8Array} chunk
   * @returns
   */
  write (chunk) {
    const { socket, request, contentLength, client, bytesWritten, expectsPayload, header } = this

    if (socket[kError]) {
      throw socket[kError]
    }

    if (socket.destroyed) {
      return false
    }

    let len = chunk instanceof Uint8Array ? chunk.byteLength : Buffer.byteLength(chunk)
    if (!len) {
      return true
    }

    // We should defer writing chunks.
    if (contentLength !== null && bytesWritten + len > contentLength) {
      if (client[kStrictContentLength]) {
        throw new RequestContentLengthMismatchError()
      }

      this.onLengthMismatch()

      // Never write past the declared content-length. The server treats any
      // extra bytes as the start of the next request, so a body could inject
      // a request of its own (request smuggling).
      const remaining = contentLength - bytesWritten
      if (remaining === 0) {
        return true
      }
      chunk = (typeof chunk === 'string' ? Buffer.from(chunk) : chunk).subarray(0, remaining)
      len = remaining
    }

    socket.cork()

    if (bytesWritten === 0) {
      if (!expectsPayload && request.reset !== false) {
        socket[kReset] = true
      }

      if (contentLength === null) {
        socket.write(`${header}transfer-encoding: chunked\r\n`, 'latin1')
      } else {
        socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, 'latin1')
      }
    }

    if (contentLength === null) {
      socket.write(`\r\n${len.toString(16)}\r\n`, 'latin1')
    }

    this.bytesWritten += len

    const ret = socket.write(chunk)

    socket.uncork()

    request.onBodySent(chunk)

    if (!ret) {
      if (socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS) {
        if (socket[kParser].timeout.refresh) {
          socket[kParser].timeout.refresh()
        }
      }
    }

    return ret
  }

  /**
   * @returns {void}
   */
  end () {
    const { socket, contentLength, client, bytesWritten, expectsPayload, header, request } = this
    request.onRequestSent()

    socket[kWriting] = false

    if (socket[kError]) {
      throw socket[kError]
    }

    if (socket.destroyed) {
      return
    }

    if (bytesWritten === 0) {
      if (expectsPayload) {
        // https://tools.ietf.org/html/rfc7230#section-3.3.2
        // A user agent SHOULD send a Content-Length in a request message when
        // no Transfer-Encoding is sent and the request method defines a meaning
        // for an enclosed payload body.

        socket.write(`${header}content-length: 0\r\n\r\n`, 'latin1')
      } else {
        socket.write(`${header}\r\n`, 'latin1')
      }
    } else if (contentLength === null) {
      socket.write('\r\n0\r\n\r\n', 'latin1')
    }

    if (contentLength !== null && bytesWritten !== contentLength) {
      if (client[kStrictContentLength]) {
        throw new RequestContentLengthMismatchError()
      }

      // The body is shorter than declared, so the server is still waiting for
      // the rest. Don't let the next request's bytes on this connection be
      // read as the missing part of this body.
      this.onLengthMismatch()
    }

    if (socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS) {
      if (socket[kParser].timeout.refresh) {
        socket[kParser].timeout.refresh()
      }
    }

    client[kResume]()
  }

  /**
   * @param {Error} [err]
   * @returns {void}
   */
  destroy (err) {
    const { socket, client, abort } = this

    socket[kWriting] = false

    if (err) {
      assert(client[kRunning] <= 1, 'pipeline should only contain this request')
      abort(err)
    }
  }
}

module.exports = connectH1


/***/ }),

/***/ 23701:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const assert = (holds, message = 'undici: an assertion failed') => { if (!holds) throw message instanceof Error ? message : new Error(message) }
const net = __nccwpck_require__(77030)
const http = { maxHeaderSize: 16 * 1024 }
const util = __nccwpck_require__(3440)
const { ClientStats } = __nccwpck_require__(46854)
const { channels } = __nccwpck_require__(42414)
const Request = __nccwpck_require__(44655)
const DispatcherBase = __nccwpck_require__(21841)
const {
  InvalidArgumentError,
  InformationalError,
  ClientDestroyedError
} = __nccwpck_require__(68707)
const buildConnector = __nccwpck_require__(59136)
const {
  kUrl,
  kServerName,
  kClient,
  kBusy,
  kConnect,
  kResuming,
  kRunning,
  kPending,
  kSize,
  kQueue,
  kConnected,
  kConnecting,
  kNeedDrain,
  kKeepAliveDefaultTimeout,
  kHostHeader,
  kPendingIdx,
  kRunningIdx,
  kError,
  kPipelining,
  kKeepAliveTimeoutValue,
  kMaxHeadersSize,
  kKeepAliveMaxTimeout,
  kKeepAliveTimeoutThreshold,
  kHeadersTimeout,
  kBodyTimeout,
  kStrictContentLength,
  kConnector,
  kMaxRequests,
  kCounter,
  kClose,
  kDestroy,
  kDispatch,
  kLocalAddress,
  kMaxResponseSize,
  kOnError,
  kHTTPContext,
  kMaxConcurrentStreams,
  kHostAuthority,
  kResume,
  kHTTP2Options,
  kUseMilo
} = __nccwpck_require__(36443)
const connectH1 = __nccwpck_require__(637)
const connectH2 = undefined

const kClosedResolve = Symbol('kClosedResolve')

const getDefaultNodeMaxHeaderSize = http &&
  http.maxHeaderSize &&
  Number.isInteger(http.maxHeaderSize) &&
  http.maxHeaderSize > 0
  ? () => http.maxHeaderSize
  : () => { throw new InvalidArgumentError('http module not available or http.maxHeaderSize invalid') }

const noop = () => { }

function getPipelining (client) {
  return client[kPipelining] ?? client[kHTTPContext]?.defaultPipelining ?? 1
}

let h2NamespaceOptsWarning = false
function emitH2OptionsNamespaceWarning (optName) {
  if (h2NamespaceOptsWarning === true) return

  process.emitWarning(`Use h2Options.${optName} instead. ${optName} for H2 will be deprecated in future major.`, {
    code: 'UNDICI-H2-OPTIONS'
  })
  h2NamespaceOptsWarning = true
}

// Protocol-aware dispatch ceiling. h1 RFC7230 pipelining is unrelated to h2
// stream multiplexing \u2014 over h2 the ceiling is the (server-confirmed)
// maxConcurrentStreams. Before a context is attached we use the h1
// pipelining factor; once h2 attaches the queued requests can drain in
// one batch up to maxConcurrentStreams.
function getMaxConcurrent (client) {
  if (client[kHTTPContext]?.version === 'h2') {
    return client[kMaxConcurrentStreams]
  }
  return getPipelining(client)
}

/**
 * @type {import('../../types/client.js').default}
 */
class Client extends DispatcherBase {
  /**
   *
   * @param {string|URL} url
   * @param {import('../../types/client.js').Client.Options} options
   */
  constructor (url, {
    maxHeaderSize,
    headersTimeout,
    socketTimeout,
    requestTimeout,
    connectTimeout,
    bodyTimeout,
    idleTimeout,
    keepAlive,
    keepAliveTimeout,
    maxKeepAliveTimeout,
    keepAliveMaxTimeout,
    keepAliveTimeoutThreshold,
    socketPath,
    pipelining,
    tls,
    strictContentLength,
    maxCachedSessions,
    connect,
    maxRequestsPerClient,
    localAddress,
    maxResponseSize,
    autoSelectFamily,
    autoSelectFamilyAttemptTimeout,
    // h2
    maxConcurrentStreams,
    allowH2,
    useH2c,
    initialWindowSize,
    connectionWindowSize,
    pingInterval,
    useMilo,
    webSocket,
    h2Options,
    eventSource
  } = {}) {
    if (keepAlive !== undefined) {
      throw new InvalidArgumentError('unsupported keepAlive, use pipelining=0 instead')
    }

    if (socketTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported socketTimeout, use headersTimeout & bodyTimeout instead')
    }

    if (requestTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported requestTimeout, use headersTimeout & bodyTimeout instead')
    }

    if (idleTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported idleTimeout, use keepAliveTimeout instead')
    }

    if (maxKeepAliveTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported maxKeepAliveTimeout, use keepAliveMaxTimeout instead')
    }

    if (maxHeaderSize != null) {
      if (!Number.isInteger(maxHeaderSize) || maxHeaderSize < 1) {
        throw new InvalidArgumentError('invalid maxHeaderSize')
      }
    } else {
      // If maxHeaderSize is not provided, use the default value from the http module
      // or if that is not available, throw an error.
      maxHeaderSize = getDefaultNodeMaxHeaderSize()
    }

    if (socketPath != null && typeof socketPath !== 'string') {
      throw new InvalidArgumentError('invalid socketPath')
    }

    if (connectTimeout != null && (!Number.isFinite(connectTimeout) || connectTimeout < 0)) {
      throw new InvalidArgumentError('invalid connectTimeout')
    }

    if (keepAliveTimeout != null && (!Number.isFinite(keepAliveTimeout) || keepAliveTimeout <= 0)) {
      throw new InvalidArgumentError('invalid keepAliveTimeout')
    }

    if (keepAliveMaxTimeout != null && (!Number.isFinite(keepAliveMaxTimeout) || keepAliveMaxTimeout <= 0)) {
      throw new InvalidArgumentError('invalid keepAliveMaxTimeout')
    }

    if (keepAliveTimeoutThreshold != null && !Number.isFinite(keepAliveTimeoutThreshold)) {
      throw new InvalidArgumentError('invalid keepAliveTimeoutThreshold')
    }

    if (headersTimeout != null && (!Number.isInteger(headersTimeout) || headersTimeout < 0)) {
      throw new InvalidArgumentError('headersTimeout must be a positive integer or zero')
    }

    if (bodyTimeout != null && (!Number.isInteger(bodyTimeout) || bodyTimeout < 0)) {
      throw new InvalidArgumentError('bodyTimeout must be a positive integer or zero')
    }

    if (connect != null && typeof connect !== 'function' && typeof connect !== 'object') {
      throw new InvalidArgumentError('connect must be a function or an object')
    }

    if (maxRequestsPerClient != null && (!Number.isInteger(maxRequestsPerClient) || maxRequestsPerClient < 0)) {
      throw new InvalidArgumentError('maxRequestsPerClient must be a positive number')
    }

    if (localAddress != null && (typeof localAddress !== 'string' || net.isIP(localAddress) === 0)) {
      throw new InvalidArgumentError('localAddress must be valid string IP address')
    }

    if (maxResponseSize != null && (!Number.isInteger(maxResponseSize) || maxResponseSize < -1)) {
      throw new InvalidArgumentError('maxResponseSize must be a positive number')
    }

    if (
      autoSelectFamilyAttemptTimeout != null &&
      (!Number.isInteger(autoSelectFamilyAttemptTimeout) || autoSelectFamilyAttemptTimeout < -1)
    ) {
      throw new InvalidArgumentError('autoSelectFamilyAttemptTimeout must be a positive number')
    }

    // h2
    if (allowH2 != null && typeof allowH2 !== 'boolean') {
      throw new InvalidArgumentError('allowH2 must be a valid boolean value')
    }

    // We validate only if allowH2 is enabled or null (enabled by default)
    if (allowH2 !== false) {
      // Prioritise new h2Options object, otherwise fallback to prior configuration options
      if (h2Options != null) {
        if (h2Options.useH2c != null && typeof h2Options.useH2c !== 'boolean') {
          throw new InvalidArgumentError('h2Options.useH2c must be a valid boolean value')
        }

        if (h2Options.settings?.initialWindowSize != null && (!Number.isInteger(h2Options.settings.initialWindowSize) || h2Options.settings.initialWindowSize < 1)) {
          throw new InvalidArgumentError('h2Options.settings.initialWindowSize must be a positive integer, greater than 0')
        }

        if (h2Options.maxConcurrentStreams != null && (!Number.isInteger(h2Options.maxConcurrentStreams) || h2Options.maxConcurrentStreams < 1)) {
          throw new InvalidArgumentError('h2Options.maxConcurrentStreams must be a positive integer, greater than 0')
        }

        if (h2Options.connectionWindowSize != null && (!Number.isInteger(h2Options.connectionWindowSize) || h2Options.connectionWindowSize < 1)) {
          throw new InvalidArgumentError('h2Options.connectionWindowSize must be a positive integer, greater than 0')
        }

        if (h2Options.pingInterval != null && (typeof h2Options.pingInterval !== 'number' || !Number.isInteger(h2Options.pingInterval) || h2Options.pingInterval < 0)) {
          throw new InvalidArgumentError('h2Options.pingInterval must be a positive integer, greater or equal to 0')
        }
      } else {
        if (useH2c != null && typeof useH2c !== 'boolean') {
          emitH2OptionsNamespaceWarning('useH2c')
          throw new InvalidArgumentError('useH2c must be a valid boolean value')
        }

        if (maxConcurrentStreams != null && (typeof maxConcurrentStreams !== 'number' || maxConcurrentStreams < 1)) {
          emitH2OptionsNamespaceWarning('maxConcurrentStreams')
          throw new InvalidArgumentError('maxConcurrentStreams must be a positive integer, greater than 0')
        }

        if (initialWindowSize != null && (!Number.isInteger(initialWindowSize) || initialWindowSize < 1)) {
          emitH2OptionsNamespaceWarning('initialWindowSize')
          throw new InvalidArgumentError('initialWindowSize must be a positive integer, greater than 0')
        }

        if (connectionWindowSize != null && (!Number.isInteger(connectionWindowSize) || connectionWindowSize < 1)) {
          emitH2OptionsNamespaceWarning('connectionWindowSize')
          throw new InvalidArgumentError('connectionWindowSize must be a positive integer, greater than 0')
        }

        if (pingInterval != null && (typeof pingInterval !== 'number' || !Number.isInteger(pingInterval) || pingInterval < 0)) {
          emitH2OptionsNamespaceWarning('pingInterval')
          throw new InvalidArgumentError('pingInterval must be a positive integer, greater or equal to 0')
        }
      }
    }

    super({ webSocket, eventSource })

    if (typeof connect !== 'function') {
      connect = buildConnector({
        ...tls,
        maxCachedSessions,
        allowH2,
        socketPath,
        useH2c: h2Options?.useH2c ?? useH2c,
        timeout: connectTimeout,
        ...(typeof autoSelectFamily === 'boolean' ? { autoSelectFamily, autoSelectFamilyAttemptTimeout } : undefined),
        ...connect
      })
    } else {
      const customConnect = connect
      connect = (opts, callback) => customConnect({
        ...opts,
        ...(socketPath != null ? { socketPath } : null),
        ...(allowH2 != null ? { allowH2 } : null)
      }, callback)
    }

    this[kUrl] = util.parseOrigin(url)
    this[kHostAuthority] = `${this[kUrl].hostname}${this[kUrl].port ? `:${this[kUrl].port}` : ''}`
    this[kConnector] = connect
    this[kPipelining] = pipelining != null ? pipelining : 1
    this[kMaxHeadersSize] = maxHeaderSize
    this[kKeepAliveDefaultTimeout] = keepAliveTimeout == null ? 4e3 : keepAliveTimeout
    this[kKeepAliveMaxTimeout] = keepAliveMaxTimeout == null ? 600e3 : keepAliveMaxTimeout
    this[kKeepAliveTimeoutThreshold] = keepAliveTimeoutThreshold == null ? 2e3 : keepAliveTimeoutThreshold
    this[kKeepAliveTimeoutValue] = this[kKeepAliveDefaultTimeout]
    this[kServerName] = null
    this[kLocalAddress] = localAddress != null ? localAddress : null
    this[kResuming] = 0 // 0, idle, 1, scheduled, 2 resuming
    this[kNeedDrain] = 0 // 0, idle, 1, scheduled, 2 resuming
    this[kHostHeader] = `host: ${this[kHostAuthority]}\r\n`
    this[kBodyTimeout] = bodyTimeout != null ? bodyTimeout : 300e3
    this[kHeadersTimeout] = headersTimeout != null ? headersTimeout : 300e3
    this[kStrictContentLength] = strictContentLength == null ? true : strictContentLength
    this[kMaxRequests] = maxRequestsPerClient
    this[kClosedResolve] = null
    this[kMaxResponseSize] = maxResponseSize > -1 ? maxResponseSize : -1
    this[kHTTPContext] = null
    // h2
    this[kHTTP2Options] = {
      pingInterval: h2Options?.pingInterval ?? pingInterval ?? 60e3,
      connectionWindowSize: h2Options?.connectionWindowSize ?? connectionWindowSize ?? 524288,
      maxConcurrentStreams: h2Options?.maxConcurrentStreams ?? maxConcurrentStreams ?? 100, // Max peerConcurrentStreams for a Node h2 server
      sessionOptions: {
        // HTTP/2 window sizes are set to higher defaults than Node.js core for better performance:
        // - initialWindowSize: 262144 (256KB) vs Node.js default 65535 (64KB - 1)
        //   Allows more data to be sent before requiring acknowledgment, improving throughput
        //   especially on high-latency networks. This matches common production HTTP/2 servers.
        // - connectionWindowSize: 524288 (512KB) vs Node.js default (none set)
        //   Provides better flow control for the entire connection across multiple streams.
        initialWindowSize: h2Options?.initialWindowSize ?? initialWindowSize ?? 262144
      }
    }
    this[kUseMilo] = useMilo

    // kQueue is built up of 3 sections separated by
    // the kRunningIdx and kPendingIdx indices.
    // |   complete   |   running   |   pending   |
    //                ^ kRunningIdx ^ kPendingIdx ^ kQueue.length
    // kRunningIdx points to the first running element.
    // kPendingIdx points to the first pending element.
    // This implements a fast queue with an amortized
    // time of O(1).

    this[kQueue] = []
    this[kRunningIdx] = 0
    this[kPendingIdx] = 0

    this[kResume] = (sync) => resume(this, sync)
    this[kOnError] = (err) => onError(this, err)
  }

  get pipelining () {
    return this[kPipelining]
  }

  set pipelining (value) {
    this[kPipelining] = value
    this[kResume](true)
  }

  get stats () {
    return new ClientStats(this)
  }

  get [kPending] () {
    return this[kQueue].length - this[kPendingIdx]
  }

  get [kRunning] () {
    return this[kPendingIdx] - this[kRunningIdx]
  }

  get [kSize] () {
    return this[kQueue].length - this[kRunningIdx]
  }

  get [kConnected] () {
    return !!this[kHTTPContext] && !this[kConnecting] && !this[kHTTPContext].destroyed
  }

  get [kBusy] () {
    // The `kPending > 0` check below is the gate Pool uses to decide whether
    // to spin up an additional Client. For h1 that fan-out is correct \u2014
    // each socket only handles one pipelined request at a time. Once an h2
    // context is attached we want concurrent dispatches to multiplex onto
    // the shared session, so suppress that signal in the h2 case.
    const allowsMux = this[kHTTPContext]?.version === 'h2'

    return Boolean(
      this[kHTTPContext]?.busy(null) ||
      (this[kSize] >= (getMaxConcurrent(this) || 1)) ||
      (this[kPending] > 0 && !allowsMux)
    )
  }

  [kConnect] (cb) {
    connect(this)
    this.once('connect', cb)
  }

  [kDispatch] (opts, handler) {
    const request = new Request(this[kUrl].origin, opts, handler)

    this[kQueue].push(request)
    if (this[kResuming]) {
      // Do nothing.
    } else if (util.bodyLength(request.body) == null && util.isIterable(request.body)) {
      // Wait a tick in case stream/iterator is ended in the same tick.
      this[kResuming] = 1
      queueMicrotask(() => resume(this))
    } else {
      this[kResume](true)
    }

    if (this[kResuming] && this[kNeedDrain] !== 2 && this[kBusy]) {
      this[kNeedDrain] = 2
    }

    return this[kNeedDrain] < 2
  }

  [kClose] () {
    // TODO: for H2 we need to gracefully flush the remaining enqueued
    // request and close each stream.
    return new Promise((resolve) => {
      if (this[kSize]) {
        this[kClosedResolve] = resolve
      } else {
        resolve(null)
      }
    })
  }

  [kDestroy] (err) {
    return new Promise((resolve) => {
      const requests = this[kQueue].splice(this[kPendingIdx])
      for (let i = 0; i < requests.length; i++) {
        const request = requests[i]
        if (request != null) {
          util.errorRequest(this, request, err)
        }
      }

      const callback = () => {
        if (this[kClosedResolve]) {
          // TODO (fix): Should we error here with ClientDestroyedError?
          this[kClosedResolve]()
          this[kClosedResolve] = null
        }
        resolve(null)
      }

      if (this[kHTTPContext]) {
        this[kHTTPContext].destroy(err, callback)
        this[kHTTPContext] = null
      } else {
        queueMicrotask(callback)
      }

      this[kResume]()
    })
  }
}

function onError (client, err) {
  if (
    client[kRunning] === 0 &&
    err.code !== 'UND_ERR_INFO' &&
    err.code !== 'UND_ERR_SOCKET'
  ) {
    // Error is not caused by running request and not a recoverable
    // socket error.

    assert(client[kPendingIdx] === client[kRunningIdx])

    const requests = client[kQueue].splice(client[kRunningIdx])

    for (let i = 0; i < requests.length; i++) {
      const request = requests[i]
      if (request != null) {
        util.errorRequest(client, request, err)
      }
    }
    assert(client[kSize] === 0)
  }
}

/**
 * @param {Client} client
 * @returns {void}
 */
function connect (client) {
  assert(!client[kConnecting])
  assert(!client[kHTTPContext])

  let { host, hostname, protocol, port } = client[kUrl]

  // Resolve ipv6
  if (hostname[0] === '[') {
    const idx = hostname.indexOf(']')

    assert(idx !== -1)
    const ip = hostname.substring(1, idx)

    assert(net.isIPv6(ip))
    hostname = ip
  }

  client[kConnecting] = true

  if (channels.beforeConnect.hasSubscribers) {
    channels.beforeConnect.publish({
      connectParams: {
        host,
        hostname,
        protocol,
        port,
        version: client[kHTTPContext]?.version,
        servername: client[kServerName],
        localAddress: client[kLocalAddress]
      },
      connector: client[kConnector]
    })
  }

  try {
    client[kConnector]({
      host,
      hostname,
      protocol,
      port,
      servername: client[kServerName],
      localAddress: client[kLocalAddress]
    }, (err, socket) => {
      if (err) {
        handleConnectError(client, err, { host, hostname, protocol, port })
        client[kResume]()
        return
      }

      if (client.destroyed) {
        util.destroy(socket.on('error', noop), new ClientDestroyedError())
        client[kResume]()
        return
      }

      assert(socket)

      try {
        client[kHTTPContext] = socket.alpnProtocol === 'h2'
          ? connectH2(client, socket)
          : connectH1(client, socket)
      } catch (err) {
        socket.destroy().on('error', noop)
        handleConnectError(client, err, { host, hostname, protocol, port })
        client[kResume]()
        return
      }

      client[kConnecting] = false

      socket[kCounter] = 0
      socket[kMaxRequests] = client[kMaxRequests]
      socket[kClient] = client
      socket[kError] = null

      if (channels.connected.hasSubscribers) {
        channels.connected.publish({
          connectParams: {
            host,
            hostname,
            protocol,
            port,
            version: client[kHTTPContext]?.version,
            servername: client[kServerName],
            localAddress: client[kLocalAddress]
          },
          connector: client[kConnector],
          socket
        })
      }

      client.emit('connect', client[kUrl], [client])
      client[kResume]()
    })
  } catch (err) {
    handleConnectError(client, err, { host, hostname, protocol, port })
    client[kResume]()
  }
}

function handleConnectError (client, err, { host, hostname, protocol, port }) {
  if (client.destroyed) {
    return
  }

  client[kConnecting] = false

  if (channels.connectError.hasSubscribers) {
    channels.connectError.publish({
      connectParams: {
        host,
        hostname,
        protocol,
        port,
        version: client[kHTTPContext]?.version,
        servername: client[kServerName],
        localAddress: client[kLocalAddress]
      },
      connector: client[kConnector],
      error: err
    })
  }

  if (err.code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const running = client[kQueue].splice(client[kRunningIdx], client[kRunning])
    client[kPendingIdx] = client[kRunningIdx]

    for (let i = 0; i < running.length; i++) {
      util.errorRequest(client, running[i], err)
    }

    while (client[kPending] > 0 && client[kQueue][client[kPendingIdx]].servername === client[kServerName]) {
      const request = client[kQueue].splice(client[kPendingIdx], 1)[0]
      util.errorRequest(client, request, err)
    }
  } else {
    onError(client, err)
  }

  client.emit('connectionError', client[kUrl], [client], err)
}

function emitDrain (client) {
  client[kNeedDrain] = 0
  client.emit('drain', client[kUrl], [client])
}

function resume (client, sync) {
  if (client[kResuming] === 2) {
    return
  }

  client[kResuming] = 2

  _resume(client, sync)
  client[kResuming] = 0

  if (client[kRunningIdx] > 256) {
    client[kQueue].splice(0, client[kRunningIdx])
    client[kPendingIdx] -= client[kRunningIdx]
    client[kRunningIdx] = 0
  }
}

function _resume (client, sync) {
  while (true) {
    if (client.destroyed) {
      assert(client[kPending] === 0)
      return
    }

    if (client[kClosedResolve] && !client[kSize]) {
      client[kClosedResolve]()
      client[kClosedResolve] = null
      return
    }

    if (client[kHTTPContext]) {
      client[kHTTPContext].resume()
    }

    if (client[kBusy]) {
      client[kNeedDrain] = 2
    } else if (client[kNeedDrain] === 2) {
      if (sync) {
        client[kNeedDrain] = 1
        queueMicrotask(() => emitDrain(client))
      } else {
        emitDrain(client)
      }
      continue
    }

    if (client[kPending] === 0) {
      return
    }

    if (client[kRunning] >= (getMaxConcurrent(client) || 1)) {
      return
    }

    const request = client[kQueue][client[kPendingIdx]]

    if (request === null) {
      return
    }

    if (request.aborted) {
      client[kQueue].splice(client[kPendingIdx], 1)
      continue
    }

    if (client[kUrl].protocol === 'https:' && client[kServerName] !== request.servername) {
      if (client[kRunning] > 0) {
        return
      }

      client[kServerName] = request.servername
      client[kHTTPContext]?.destroy(new InformationalError('servername changed'), () => {
        client[kHTTPContext] = null
        resume(client)
      })
    }

    if (client[kConnecting]) {
      return
    }

    if (!client[kHTTPContext]) {
      client[kServerName] = request.servername
      connect(client)
      return
    }

    if (client[kHTTPContext].destroyed) {
      return
    }

    if (client[kHTTPContext].busy(request)) {
      return
    }

    if (!request.aborted && client[kHTTPContext].write(request)) {
      client[kPendingIdx]++
    } else {
      client[kQueue].splice(client[kPendingIdx], 1)
    }
  }
}

module.exports = Client


/***/ }),

/***/ 21841:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const buffer = __nccwpck_require__(4573)
const Dispatcher = __nccwpck_require__(30883)
const {
  ClientDestroyedError,
  ClientClosedError,
  InvalidArgumentError
} = __nccwpck_require__(68707)
const { kDestroy, kClose, kClosed, kDestroyed, kDispatch } = __nccwpck_require__(36443)
const { defaultWebSocketMaxFragments, defaultWebSocketMaxPayloadSize } = __nccwpck_require__(10735)

const kOnDestroyed = Symbol('onDestroyed')
const kOnClosed = Symbol('onClosed')
const kWebSocketOptions = Symbol('webSocketOptions')
const kEventSourceOptions = Symbol('eventSourceOptions')

class DispatcherBase extends Dispatcher {
  /** @type {boolean} */
  [kDestroyed] = false;

  /** @type {Array<Function|null} */
  [kOnDestroyed] = null;

  /** @type {boolean} */
  [kClosed] = false;

  /** @type {Array<Function>|null} */
  [kOnClosed] = null

  /**
   * @param {import('../../types/dispatcher').DispatcherOptions} [opts]
   */
  constructor (opts) {
    super()
    this[kWebSocketOptions] = opts?.webSocket ?? {}
    this[kEventSourceOptions] = opts?.eventSource ?? {}
  }

  /**
   * @returns {import('../../types/client').Client.WebSocketOptions}
   */
  get webSocketOptions () {
    return {
      maxFragments: this[kWebSocketOptions].maxFragments ?? defaultWebSocketMaxFragments,
      maxPayloadSize: this[kWebSocketOptions].maxPayloadSize ?? defaultWebSocketMaxPayloadSize
    }
  }

  /**
   * @returns {import('../../types/client').Client.EventSourceOptions}
   */
  get eventSourceOptions () {
    return {
      maxEventSize: this[kEventSourceOptions].maxEventSize ?? buffer.kStringMaxLength
    }
  }

  /** @returns {boolean} */
  get destroyed () {
    return this[kDestroyed]
  }

  /** @returns {boolean} */
  get closed () {
    return this[kClosed]
  }

  close (callback) {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.close((err, data) => {
          return err ? reject(err) : resolve(data)
        })
      })
    }

    if (typeof callback !== 'function') {
      throw new InvalidArgumentError('invalid callback')
    }

    if (this[kDestroyed]) {
      const err = new ClientDestroyedError()
      queueMicrotask(() => callback(err, null))
      return
    }

    if (this[kClosed]) {
      if (this[kOnClosed]) {
        this[kOnClosed].push(callback)
      } else {
        queueMicrotask(() => callback(null, null))
      }
      return
    }

    this[kClosed] = true
    this[kOnClosed] ??= []
    this[kOnClosed].push(callback)

    const onClosed = () => {
      const callbacks = this[kOnClosed]
      this[kOnClosed] = null
      for (let i = 0; i < callbacks.length; i++) {
        callbacks[i](null, null)
      }
    }

    // Should not error.
    this[kClose]()
      .then(() => this.destroy())
      .then(() => queueMicrotask(onClosed))
  }

  destroy (err, callback) {
    if (typeof err === 'function') {
      callback = err
      err = null
    }

    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.destroy(err, (err, data) => {
          return err ? reject(err) : resolve(data)
        })
      })
    }

    if (typeof callback !== 'function') {
      throw new InvalidArgumentError('invalid callback')
    }

    if (this[kDestroyed]) {
      if (this[kOnDestroyed]) {
        this[kOnDestroyed].push(callback)
      } else {
        queueMicrotask(() => callback(null, null))
      }
      return
    }

    if (!err) {
      err = new ClientDestroyedError()
    }

    this[kDestroyed] = true
    this[kOnDestroyed] ??= []
    this[kOnDestroyed].push(callback)

    const onDestroyed = () => {
      const callbacks = this[kOnDestroyed]
      this[kOnDestroyed] = null
      for (let i = 0; i < callbacks.length; i++) {
        callbacks[i](null, null)
      }
    }

    // Should not error.
    this[kDestroy](err)
      .then(() => queueMicrotask(onDestroyed))
  }

  dispatch (opts, handler) {
    if (!handler || typeof handler !== 'object') {
      throw new InvalidArgumentError('handler must be an object')
    }

    try {
      if (!opts || typeof opts !== 'object') {
        throw new InvalidArgumentError('opts must be an object.')
      }

      if (opts.dispatcher) {
        throw new InvalidArgumentError('opts.dispatcher is not supported by instance methods. Pass opts.dispatcher to the top-level undici functions or call the dispatcher instance method directly.')
      }

      if (this[kDestroyed] || this[kOnDestroyed]) {
        throw new ClientDestroyedError()
      }

      if (this[kClosed]) {
        throw new ClientClosedError()
      }

      return this[kDispatch](opts, handler)
    } catch (err) {
      if (typeof handler.onResponseError !== 'function') {
        throw err
      }

      handler.onResponseError(null, err)

      return false
    }
  }
}

module.exports = DispatcherBase


/***/ }),

/***/ 30883:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const EventEmitter = __nccwpck_require__(78474)
const { kOriginless, kUrl } = __nccwpck_require__(36443)

class Dispatcher extends EventEmitter {
  dispatch () {
    throw new Error('not implemented')
  }

  close () {
    throw new Error('not implemented')
  }

  destroy () {
    throw new Error('not implemented')
  }

  compose (...args) {
    // So we handle [interceptor1, interceptor2] or interceptor1, interceptor2, ...
    const interceptors = Array.isArray(args[0]) ? args[0] : args
    // null disables origin-dependent interceptors; undefined uses opts.origin.
    const interceptorOrigin = this[kOriginless] === true
      ? null
      : this[kUrl]?.origin
    let dispatch = this.dispatch.bind(this)

    for (const interceptor of interceptors) {
      if (interceptor == null) {
        continue
      }

      if (typeof interceptor !== 'function') {
        throw new TypeError(`invalid interceptor, expected function received ${typeof interceptor}`)
      }

      dispatch = interceptor(dispatch, interceptorOrigin)

      if (dispatch == null || typeof dispatch !== 'function' || dispatch.length !== 2) {
        throw new TypeError('invalid interceptor')
      }
    }

    const originalDispatch = dispatch
    const self = this
    dispatch = function (opts, handler) {
      if (opts && typeof opts === 'object' && !opts.origin && self[kUrl]) {
        opts = Object.assign({}, opts, { origin: self[kUrl].origin })
      }
      return originalDispatch(opts, handler)
    }

    return new Proxy(this, {
      get: (target, key) => key === 'dispatch' ? dispatch : target[key]
    })
  }
}

module.exports = Dispatcher


/***/ }),

/***/ 64660:
/***/ ((module) => {



// Extracted from node/lib/internal/fixed_queue.js

// Currently optimal queue size, tested on V8 6.0 - 6.6. Must be power of two.
const kSize = 2048
const kMask = kSize - 1

// The FixedQueue is implemented as a singly-linked list of fixed-size
// circular buffers. It looks something like this:
//
//  head                                                       tail
//    |                                                          |
//    v                                                          v
// +-----------+ <-----\       +-----------+ <------\         +-----------+
// |  [null]   |        \----- |   next    |         \------- |   next    |
// +-----------+               +-----------+                  +-----------+
// |   item    | <-- bottom    |   item    | <-- bottom       | undefined |
// |   item    |               |   item    |                  | undefined |
// |   item    |               |   item    |                  | undefined |
// |   item    |               |   item    |                  | undefined |
// |   item    |               |   item    |       bottom --> |   item    |
// |   item    |               |   item    |                  |   item    |
// |    ...    |               |    ...    |                  |    ...    |
// |   item    |               |   item    |                  |   item    |
// |   item    |               |   item    |                  |   item    |
// | undefined | <-- top       |   item    |                  |   item    |
// | undefined |               |   item    |                  |   item    |
// | undefined |               | undefined | <-- top  top --> | undefined |
// +-----------+               +-----------+                  +-----------+
//
// Or, if there is only one circular buffer, it looks something
// like either of these:
//
//  head   tail                                 head   tail
//    |     |                                     |     |
//    v     v                                     v     v
// +-----------+                               +-----------+
// |  [null]   |                               |  [null]   |
// +-----------+                               +-----------+
// | undefined |                               |   item    |
// | undefined |                               |   item    |
// |   item    | <-- bottom            top --> | undefined |
// |   item    |                               | undefined |
// | undefined | <-- top            bottom --> |   item    |
// | undefined |                               |   item    |
// +-----------+                               +-----------+
//
// Adding a value means moving `top` forward by one, removing means
// moving `bottom` forward by one. After reaching the end, the queue
// wraps around.
//
// When `top === bottom` the current queue is empty and when
// `top + 1 === bottom` it's full. This wastes a single space of storage
// but allows much quicker checks.

/**
 * @type {FixedCircularBuffer}
 * @template T
 */
class FixedCircularBuffer {
  /** @type {number} */
  bottom = 0
  /** @type {number} */
  top = 0
  /** @type {Array<T|undefined>} */
  list = new Array(kSize).fill(undefined)
  /** @type {T|null} */
  next = null

  /** @returns {boolean} */
  isEmpty () {
    return this.top === this.bottom
  }

  /** @returns {boolean} */
  isFull () {
    return ((this.top + 1) & kMask) === this.bottom
  }

  /**
   * @param {T} data
   * @returns {void}
   */
  push (data) {
    this.list[this.top] = data
    this.top = (this.top + 1) & kMask
  }

  /** @returns {T|null} */
  shift () {
    const nextItem = this.list[this.bottom]
    if (nextItem === undefined) { return null }
    this.list[this.bottom] = undefined
    this.bottom = (this.bottom + 1) & kMask
    return nextItem
  }
}

/**
 * @template T
 */
module.exports = class FixedQueue {
  constructor () {
    /** @type {FixedCircularBuffer<T>} */
    this.head = this.tail = new FixedCircularBuffer()
  }

  /** @returns {boolean} */
  isEmpty () {
    return this.head.isEmpty()
  }

  /** @param {T} data */
  push (data) {
    if (this.head.isFull()) {
      // Head is full: Creates a new queue, sets the old queue's `.next` to it,
      // and sets it as the new main queue.
      this.head = this.head.next = new FixedCircularBuffer()
    }
    this.head.push(data)
  }

  /** @returns {T|null} */
  shift () {
    const tail = this.tail
    const next = tail.shift()
    if (tail.isEmpty() && tail.next !== null) {
      // If there is another queue, it forms the new tail.
      this.tail = tail.next
      tail.next = null
    }
    return next
  }
}


/***/ }),

/***/ 42128:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const { AsyncResource } = __nccwpck_require__(16698)
const { PoolStats } = __nccwpck_require__(46854)
const DispatcherBase = __nccwpck_require__(21841)
const FixedQueue = __nccwpck_require__(64660)
const { kConnected, kSize, kRunning, kPending, kQueued, kBusy, kFree, kUrl, kClose, kDestroy, kDispatch } = __nccwpck_require__(36443)

const kClients = Symbol('clients')
const kNeedDrain = Symbol('needDrain')
const kQueue = Symbol('queue')
const kClosedResolve = Symbol('closed resolve')
const kOnDrain = Symbol('onDrain')
const kOnConnect = Symbol('onConnect')
const kOnDisconnect = Symbol('onDisconnect')
const kOnConnectionError = Symbol('onConnectionError')
const kOnClientBusy = Symbol('on client busy')
const kOnClientDrain = Symbol('on client drain')
const kDrainQueue = Symbol('drain queue')
const kGetDispatcher = Symbol('get dispatcher')
const kHasDispatcher = Symbol('has dispatcher')
const kAddClient = Symbol('add client')
const kRemoveClient = Symbol('remove client')
const kRetireClient = Symbol('retire client')
const kRetiring = Symbol('retiring clients')

// Closes every live client, including clients that have been
// taken out of rotation but are still finishing their own
// requests.
// Requests that wait in the Pool queue are dispatched later from whichever
// callback drains the queue (another request's connect, drain, ...). Capture
// the caller's async context so Client#dispatch, and the diagnostics channel
// events it publishes, still run in it.
class QueuedRequest extends AsyncResource {
  constructor (opts, handler) {
    super('UNDICI_POOL_QUEUED_REQUEST')
    this.opts = opts
    this.handler = handler
  }

  dispatch (dispatcher) {
    return this.runInAsyncScope(dispatcher.dispatch, dispatcher, this.opts, this.handler)
  }
}

function closeClients (pool) {
  const closeAll = []
  for (let i = 0; i < pool[kClients].length; i++) {
    const client = pool[kClients][i]
    if (!client.destroyed) {
      closeAll.push(client.close())
    }
  }
  for (const closed of pool[kRetiring].values()) {
    closeAll.push(closed)
  }
  return Promise.all(closeAll)
}

class PoolBase extends DispatcherBase {
  [kQueue] = new FixedQueue();

  [kQueued] = 0;

  [kClients] = [];

  // Clients removed from kClients that have not finished closing,
  // mapped to a promise that settles once they have.
  [kRetiring] = new Map();

  [kNeedDrain] = false;

  [kOnDrain] (client, origin, targets) {
    if (client.closed || client.destroyed) {
      return
    }

    const queue = this[kQueue]
    let needDrain = false

    this[kOnClientDrain](client)

    while (!needDrain) {
      const item = queue.shift()
      if (!item) {
        break
      }
      this[kQueued]--
      needDrain = !item.dispatch(client)
    }

    client[kNeedDrain] = needDrain
    if (needDrain) {
      this[kOnClientBusy](client)

      // This client is full but requests are still queued, e.g. an h2
      // client that has just released everything queued while ALPN was
      // negotiated and hit maxConcurrentStreams. Hand the rest to other
      // clients, creating new ones up to the connection limit, instead of
      // leaving them for this client to drain one batch at a time.
      if (!queue.isEmpty()) {
        return this[kDrainQueue](origin, targets)
      }
    }

    if (!needDrain && this[kNeedDrain]) {
      this[kNeedDrain] = false
      this.emit('drain', origin, [this, ...targets])
    }

    if (this[kClosedResolve] && queue.isEmpty()) {
      return closeClients(this).then(this[kClosedResolve])
    }
  }

  [kOnClientBusy] () {}

  [kOnClientDrain] () {}

  [kDrainQueue] (origin, targets) {
    const queue = this[kQueue]
    let hasDispatcher = true

    while (!queue.isEmpty()) {
      const dispatcher = this[kGetDispatcher]()
      if (!dispatcher) {
        hasDispatcher = false
        break
      }

      const item = queue.shift()
      this[kQueued]--

      if (!item.dispatch(dispatcher)) {
        dispatcher[kNeedDrain] = true
        this[kOnClientBusy](dispatcher)
        hasDispatcher = this[kHasDispatcher]()
        if (!hasDispatcher) {
          break
        }
      }
    }

    if (hasDispatcher && this[kNeedDrain]) {
      this[kNeedDrain] = false
      this.emit('drain', origin, [this, ...targets])
    }

    if (this[kClosedResolve] && queue.isEmpty()) {
      return closeClients(this).then(this[kClosedResolve])
    }
  }

  [kOnConnect] = (origin, targets) => {
    this.emit('connect', origin, [this, ...targets])
  };

  [kOnDisconnect] = (origin, targets, err) => {
    this.emit('disconnect', origin, [this, ...targets], err)
  };

  [kOnConnectionError] = (origin, targets, err) => {
    this.emit('connectionError', origin, [this, ...targets], err)
  }

  get [kBusy] () {
    return this[kNeedDrain]
  }

  get [kConnected] () {
    let ret = 0
    for (const { [kConnected]: connected } of this[kClients]) {
      ret += connected
    }
    return ret
  }

  get [kFree] () {
    let ret = 0
    for (const { [kConnected]: connected, [kNeedDrain]: needDrain } of this[kClients]) {
      ret += connected && !needDrain
    }
    return ret
  }

  get [kPending] () {
    let ret = this[kQueued]
    for (const { [kPending]: pending } of this[kClients]) {
      ret += pending
    }
    return ret
  }

  get [kRunning] () {
    let ret = 0
    for (const { [kRunning]: running } of this[kClients]) {
      ret += running
    }
    return ret
  }

  get [kSize] () {
    let ret = this[kQueued]
    for (const { [kSize]: size } of this[kClients]) {
      ret += size
    }
    return ret
  }

  get stats () {
    return new PoolStats(this)
  }

  [kClose] () {
    if (this[kQueue].isEmpty()) {
      return closeClients(this)
    } else {
      return new Promise((resolve) => {
        this[kClosedResolve] = resolve
      })
    }
  }

  [kDestroy] (err) {
    while (true) {
      const item = this[kQueue].shift()
      if (!item) {
        break
      }
      item.handler.onResponseError(null, err)
    }

    const destroyAll = new Array(this[kClients].length)
    for (let i = 0; i < this[kClients].length; i++) {
      destroyAll[i] = this[kClients][i].destroy(err)
    }
    for (const client of this[kRetiring].keys()) {
      destroyAll.push(client.destroy(err))
    }
    return Promise.all(destroyAll)
  }

  [kDispatch] (opts, handler) {
    const dispatcher = this[kGetDispatcher]()

    if (!dispatcher) {
      this[kNeedDrain] = true
      this[kQueue].push(new QueuedRequest(opts, handler))
      this[kQueued]++
    } else if (!dispatcher.dispatch(opts, handler)) {
      dispatcher[kNeedDrain] = true
      this[kOnClientBusy](dispatcher)
      this[kNeedDrain] = !this[kHasDispatcher]()
    }

    return !this[kNeedDrain]
  }

  [kHasDispatcher] () {
    for (let i = 0; i < this[kClients].length; i++) {
      const dispatcher = this[kClients][i]

      if (
        !dispatcher[kNeedDrain] &&
        dispatcher.closed !== true &&
        dispatcher.destroyed !== true
      ) {
        return true
      }
    }

    return false
  }

  [kAddClient] (client) {
    client
      .on('drain', this[kOnDrain].bind(this, client))
      .on('connect', this[kOnConnect])
      .on('disconnect', this[kOnDisconnect])
      .on('connectionError', this[kOnConnectionError])

    this[kClients].push(client)

    if (this[kNeedDrain]) {
      queueMicrotask(() => {
        if (this[kNeedDrain] && !client[kNeedDrain]) {
          this[kOnDrain](client, client[kUrl], [client, this])
        }
      })
    }

    return this
  }

  // Takes a client out of rotation. A closed client no longer takes requests
  // from the pool queue (see kOnDrain), but it finishes the requests it
  // already has. Until it has, pool.close() waits for it and pool.destroy()
  // destroys it.
  [kRetireClient] (client) {
    const idx = this[kClients].indexOf(client)
    if (idx !== -1) {
      this[kClients].splice(idx, 1)
    }

    if (client.destroyed || this[kRetiring].has(client)) {
      return
    }

    // Use the callback form: custom dispatchers from `factory` are not
    // required to return a promise, and may call back synchronously.
    let done = false
    let resolveClosed
    const closed = new Promise((resolve) => { resolveClosed = resolve })
    this[kRetiring].set(client, closed)
    client.close(() => {
      if (!done) {
        done = true
        this[kRetiring].delete(client)
        resolveClosed()
      }
    })
  }

  [kRemoveClient] (client) {
    this[kRetireClient](client)

    this[kNeedDrain] = !this[kClients].some(dispatcher => (
      !dispatcher[kNeedDrain] &&
      dispatcher.closed !== true &&
      dispatcher.destroyed !== true
    ))
  }
}

module.exports = {
  PoolBase,
  kClients,
  kNeedDrain,
  kAddClient,
  kRemoveClient,
  kRetireClient,
  kDrainQueue,
  kOnClientBusy,
  kOnClientDrain,
  kGetDispatcher,
  kHasDispatcher
}


/***/ }),

/***/ 30628:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const {
  PoolBase,
  kClients,
  kNeedDrain,
  kAddClient,
  kDrainQueue,
  kOnClientBusy,
  kOnClientDrain,
  kGetDispatcher,
  kHasDispatcher,
  kRemoveClient,
  kRetireClient
} = __nccwpck_require__(42128)
const Client = __nccwpck_require__(23701)
const {
  InvalidArgumentError
} = __nccwpck_require__(68707)
const util = __nccwpck_require__(3440)
const { kConnecting, kHTTPContext, kUrl, kQueued } = __nccwpck_require__(36443)
const buildConnector = __nccwpck_require__(59136)

const kOptions = Symbol('options')
const kConnections = Symbol('connections')
const kFactory = Symbol('factory')
const kProtocol = Symbol('protocol')
const kProtocolProbe = Symbol('protocol probe')

function defaultFactory (origin, opts) {
  return new Client(origin, opts)
}

function shouldCreateProtocolProbe (pool, dispatcher) {
  return dispatcher instanceof Client &&
    pool[kProtocol] !== 'h1' &&
    (pool[kOptions].useH2c === true || (pool[kUrl].protocol === 'https:' && pool[kOptions].allowH2 !== false))
}

function createClient (pool) {
  const dispatcher = pool[kFactory](pool[kUrl], pool[kOptions])

  // HTTPS does not reveal whether the peer selected h1 or h2 until ALPN
  // completes. While h2 is still possible, let one Client probe the protocol
  // and keep later requests in the Pool queue instead of opening one TLS
  // connection per request. A confirmed h1 connection disables this gate and
  // restores the usual Pool fan-out.
  if (shouldCreateProtocolProbe(pool, dispatcher)) {
    pool[kProtocolProbe] = dispatcher
  }

  pool[kAddClient](dispatcher)
  return dispatcher
}

class Pool extends PoolBase {
  constructor (origin, {
    connections,
    factory = defaultFactory,
    connect,
    connectTimeout,
    tls,
    maxCachedSessions,
    socketPath,
    autoSelectFamily,
    autoSelectFamilyAttemptTimeout,
    allowH2,
    useH2c,
    clientTtl,
    ...options
  } = {}) {
    if (connections != null && (!Number.isFinite(connections) || connections < 0)) {
      throw new InvalidArgumentError('invalid connections')
    }

    if (typeof factory !== 'function') {
      throw new InvalidArgumentError('factory must be a function.')
    }

    if (connect != null && typeof connect !== 'function' && typeof connect !== 'object') {
      throw new InvalidArgumentError('connect must be a function or an object')
    }

    if (typeof connect !== 'function') {
      connect = buildConnector({
        ...tls,
        maxCachedSessions,
        allowH2,
        useH2c,
        socketPath,
        timeout: connectTimeout,
        ...(typeof autoSelectFamily === 'boolean' ? { autoSelectFamily, autoSelectFamilyAttemptTimeout } : undefined),
        ...connect
      })
    }

    super(options)

    this[kConnections] = connections || null
    this[kUrl] = util.parseOrigin(origin)
    this[kOptions] = { ...util.deepClone(options), connect, allowH2, useH2c, clientTtl, socketPath }
    this[kFactory] = factory
    this[kProtocol] = null
    this[kProtocolProbe] = null

    this.on('connect', (origin, targets) => {
      if (clientTtl != null && clientTtl > 0) {
        for (const target of targets) {
          Object.assign(target, { ttl: Date.now() })
        }
      }

      const client = targets[targets.length - 1]
      if (client instanceof Client) {
        this[kProtocol] = client[kHTTPContext]?.version
      }

      if (client === this[kProtocolProbe]) {
        // An h2 Client's drain event releases the requests accumulated during
        // negotiation onto that Client. If ALPN selected h1, release the probe
        // immediately and restore normal Pool fan-out instead.
        if (this[kProtocol] !== 'h2') {
          this[kProtocolProbe] = null
          this[kDrainQueue](origin, targets.slice(1))
        }
      }
    })

    this.on('disconnect', (origin, targets) => {
      if (targets.includes(this[kProtocolProbe])) {
        this[kProtocolProbe] = null
        this[kDrainQueue](origin, targets.slice(1))
      }
    })

    this.on('connectionError', (origin, targets) => {
      let resumeQueued = false

      // If a connection error occurs, we remove the client from the pool,
      // and emit a connectionError event. They will not be re-used.
      // Fixes https://github.com/nodejs/undici/issues/3895
      for (const target of targets) {
        if (target === this[kProtocolProbe]) {
          this[kProtocolProbe] = null
          resumeQueued = true
        }

        // Retire (close) the client rather than only dropping it from
        // kClients: otherwise its drain listener keeps pulling requests from
        // the pool queue onto a client that pool.destroy() can't reach.
        if (this[kClients].includes(target)) {
          this[kRetireClient](target)
        }
      }

      // The retired client no longer drains the pool queue, so hand any
      // queued requests to another (possibly new) client.
      if (resumeQueued || this[kQueued] > 0) {
        this[kDrainQueue](origin, targets.slice(1))
      }
    })
  }

  [kOnClientBusy] (client) {
    if (
      this[kProtocolProbe] === null &&
      client[kConnecting] &&
      shouldCreateProtocolProbe(this, client)
    ) {
      this[kProtocolProbe] = client
    }
  }

  [kOnClientDrain] (client) {
    if (client === this[kProtocolProbe]) {
      this[kProtocolProbe] = null
    }
  }

  [kGetDispatcher] () {
    const clientTtlOption = this[kOptions].clientTtl
    for (let i = 0; i < this[kClients].length; i++) {
      const client = this[kClients][i]

      // check ttl of client and if it's stale, remove it from the pool
      if (clientTtlOption != null && clientTtlOption > 0 && client.ttl && ((Date.now() - client.ttl) > clientTtlOption)) {
        this[kRemoveClient](client)
        i--
      } else if (!client[kNeedDrain]) {
        return client
      }
    }

    if (this[kProtocolProbe] !== null) {
      return
    }

    if (!this[kConnections] || this[kClients].length < this[kConnections]) {
      return createClient(this)
    }
  }

  [kHasDispatcher] () {
    const clientTtlOption = this[kOptions].clientTtl
    for (let i = 0; i < this[kClients].length; i++) {
      const client = this[kClients][i]

      if (clientTtlOption != null && clientTtlOption > 0 && client.ttl && ((Date.now() - client.ttl) > clientTtlOption)) {
        this[kRemoveClient](client)
        i--
      } else if (!client[kNeedDrain]) {
        return true
      }
    }

    if (this[kProtocolProbe] !== null) {
      return false
    }

    if (!this[kConnections] || this[kClients].length < this[kConnections]) {
      createClient(this)
      return true
    }

    return false
  }
}

module.exports = Pool


/***/ }),

/***/ 52824:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SPECIAL_HEADERS = exports.MINOR = exports.MAJOR = exports.HTAB_SP_VCHAR_OBS_TEXT = exports.QUOTED_STRING = exports.CONNECTION_TOKEN_CHARS = exports.HEADER_CHARS = exports.TOKEN = exports.HEX = exports.URL_CHAR = exports.USERINFO_CHARS = exports.MARK = exports.ALPHANUM = exports.NUM = exports.HEX_MAP = exports.NUM_MAP = exports.ALPHA = exports.STATUSES_HTTP = exports.H_METHOD_MAP = exports.METHOD_MAP = exports.METHODS_RTSP = exports.METHODS_ICE = exports.METHODS_HTTP = exports.HEADER_STATE = exports.FINISH = exports.STATUSES = exports.METHODS = exports.LENIENT_FLAGS = exports.FLAGS = exports.TYPE = exports.ERROR = void 0;
const utils_1 = __nccwpck_require__(50172);
// Emums
exports.ERROR = {
    OK: 0,
    INTERNAL: 1,
    STRICT: 2,
    CR_EXPECTED: 25,
    LF_EXPECTED: 3,
    UNEXPECTED_CONTENT_LENGTH: 4,
    UNEXPECTED_SPACE: 30,
    CLOSED_CONNECTION: 5,
    INVALID_METHOD: 6,
    INVALID_URL: 7,
    INVALID_CONSTANT: 8,
    INVALID_VERSION: 9,
    INVALID_HEADER_TOKEN: 10,
    INVALID_CONTENT_LENGTH: 11,
    INVALID_CHUNK_SIZE: 12,
    INVALID_STATUS: 13,
    INVALID_EOF_STATE: 14,
    INVALID_TRANSFER_ENCODING: 15,
    CB_MESSAGE_BEGIN: 16,
    CB_HEADERS_COMPLETE: 17,
    CB_MESSAGE_COMPLETE: 18,
    CB_CHUNK_HEADER: 19,
    CB_CHUNK_COMPLETE: 20,
    PAUSED: 21,
    PAUSED_UPGRADE: 22,
    PAUSED_H2_UPGRADE: 23,
    USER: 24,
    CB_URL_COMPLETE: 26,
    CB_STATUS_COMPLETE: 27,
    CB_METHOD_COMPLETE: 32,
    CB_VERSION_COMPLETE: 33,
    CB_HEADER_FIELD_COMPLETE: 28,
    CB_HEADER_VALUE_COMPLETE: 29,
    CB_CHUNK_EXTENSION_NAME_COMPLETE: 34,
    CB_CHUNK_EXTENSION_VALUE_COMPLETE: 35,
    CB_RESET: 31,
    CB_PROTOCOL_COMPLETE: 38,
};
exports.TYPE = {
    BOTH: 0, // default
    REQUEST: 1,
    RESPONSE: 2,
};
exports.FLAGS = {
    CONNECTION_KEEP_ALIVE: 1 << 0,
    CONNECTION_CLOSE: 1 << 1,
    CONNECTION_UPGRADE: 1 << 2,
    CHUNKED: 1 << 3,
    UPGRADE: 1 << 4,
    CONTENT_LENGTH: 1 << 5,
    SKIPBODY: 1 << 6,
    TRAILING: 1 << 7,
    // 1 << 8 is unused
    TRANSFER_ENCODING: 1 << 9,
};
exports.LENIENT_FLAGS = {
    HEADERS: 1 << 0,
    CHUNKED_LENGTH: 1 << 1,
    KEEP_ALIVE: 1 << 2,
    TRANSFER_ENCODING: 1 << 3,
    VERSION: 1 << 4,
    DATA_AFTER_CLOSE: 1 << 5,
    OPTIONAL_LF_AFTER_CR: 1 << 6,
    OPTIONAL_CRLF_AFTER_CHUNK: 1 << 7,
    OPTIONAL_CR_BEFORE_LF: 1 << 8,
    SPACES_AFTER_CHUNK_SIZE: 1 << 9,
};

/***/ }),

/***/ 53434:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/* module decorator */ module = __nccwpck_require__.nmd(module);


const { Buffer } = __nccwpck_require__(4573)

const wasmBase64 = 'AGFzbQEAAAABJwdgAX8Bf2ADf39/AX9gAn9/AGABfwBgBH9/f38Bf2AAAGADf39/AALLAQgDZW52GHdhc21fb25faGVhZGVyc19jb21wbGV0ZQAEA2VudhV3YXNtX29uX21lc3NhZ2VfYmVnaW4AAANlbnYLd2FzbV9vbl91cmwAAQNlbnYOd2FzbV9vbl9zdGF0dXMAAQNlbnYUd2FzbV9vbl9oZWFkZXJfZmllbGQAAQNlbnYUd2FzbV9vbl9oZWFkZXJfdmFsdWUAAQNlbnYMd2FzbV9vbl9ib2R5AAEDZW52GHdhc21fb25fbWVzc2FnZV9jb21wbGV0ZQAAAzU0BQYAAAMAAAAAAAADAQMAAwMDAAACAAAAAAICAgICAgICAgIBAQEBAQEBAQEBAwAAAwAAAAQFAXABExMFAwEAAgYIAX8BQcDZBAsHxQcoBm1lbW9yeQIAC19pbml0aWFsaXplAAgZX19pbmRpcmVjdF9mdW5jdGlvbl90YWJsZQEAC2xsaHR0cF9pbml0AAkYbGxodHRwX3Nob3VsZF9rZWVwX2FsaXZlADcMbGxodHRwX2FsbG9jAAsGbWFsbG9jADkLbGxodHRwX2ZyZWUADARmcmVlAAwPbGxodHRwX2dldF90eXBlAA0VbGxodHRwX2dldF9odHRwX21ham9yAA4VbGxodHRwX2dldF9odHRwX21pbm9yAA8RbGxodHRwX2dldF9tZXRob2QAEBZsbGh0dHBfZ2V0X3N0YXR1c19jb2RlABESbGxodHRwX2dldF91cGdyYWRlABIMbGxodHRwX3Jlc2V0ABMObGxodHRwX2V4ZWN1dGUAFBRsbGh0dHBfc2V0dGluZ3NfaW5pdAAVDWxsaHR0cF9maW5pc2gAFgxsbGh0dHBfcGF1c2UAFw1sbGh0dHBfcmVzdW1lABgbbGxodHRwX3Jlc3VtZV9hZnRlcl91cGdyYWRlABkQbGxodHRwX2dldF9lcnJubwAaF2xsaHR0cF9nZXRfZXJyb3JfcmVhc29uABsXbGxodHRwX3NldF9lcnJvcl9yZWFzb24AHBRsbGh0dHBfZ2V0X2Vycm9yX3BvcwAdEWxsaHR0cF9lcnJub19uYW1lAB4SbGxodHRwX21ldGhvZF9uYW1lAB8SbGxodHRwX3N0YXR1c19uYW1lACAabGxodHRwX3NldF9sZW5pZW50X2hlYWRlcnMAISFsbGh0dHBfc2V0X2xlbmllbnRfY2h1bmtlZF9sZW5ndGgAIh1sbGh0dHBfc2V0X2xlbmllbnRfa2VlcF9hbGl2ZQAjJGxsaHR0cF9zZXRfbGVuaWVudF90cmFuc2Zlcl9lbmNvZGluZwAkGmxsaHR0cF9zZXRfbGVuaWVudF92ZXJzaW9uACUjbGxodHRwX3NldF9sZW5pZW50X2RhdGFfYWZ0ZXJfY2xvc2UAJidsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfbGZfYWZ0ZXJfY3IAJyxsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfY3JsZl9hZnRlcl9jaHVuawAoKGxsaHR0cF9zZXRfbGVuaWVudF9vcHRpb25hbF9jcl9iZWZvcmVfbGYAKSpsbGh0dHBfc2V0X2xlbmllbnRfc3BhY2VzX2FmdGVyX2NodW5rX3NpemUAKhhsbGh0dHBfbWVzc2FnZV9uZWVkc19lb2YANgkYAQBBAQsSAQIDBAUKBgcyNDMuKy8tLDAxCuzaAjQWAEHA1QAoAgAEQAALQcDVAEEBNgIACxQAIAAQOCAAIAI2AjggACABOgAoCxQAIAAgAC8BNCAALQAwIAAQNxAACx4BAX9BwAAQOiIBEDggAUGACDYCOCABIAA6ACggAQuPDAEHfwJAIABFDQAgAEEIayIBIABBBGsoAgAiAEF4cSIEaiEFAkAgAEEBcQ0AIABBA3FFDQEgASABKAIAIgBrIgFB1NUAKAIASQ0BIAAgBGohBAJAAkBB2NUAKAIAIAFHBEAgAEH/AU0EQCAAQQN2IQMgASgCCCIAIAEoAgwiAkYEQEHE1QBBxNUAKAIAQX4gA3dxNgIADAULIAIgADYCCCAAIAI2AgwMBAsgASgCGCEGIAEgASgCDCIARwRAIAAgASgCCCICNgIIIAIgADYCDAwDCyABQRRqIgMoAgAiAkUEQCABKAIQIgJFDQIgAUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSgCBCIAQQNxQQNHDQIgBSAAQX5xNgIEQczVACAENgIAIAUgBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgASgCHCICQQJ0QfTXAGoiAygCACABRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAFGG2ogADYCACAARQ0BCyAAIAY2AhggASgCECICBEAgACACNgIQIAIgADYCGAsgAUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBU8NACAFKAIEIgBBAXFFDQACQAJAAkACQCAAQQJxRQRAQdzVACgCACAFRgRAQdzVACABNgIAQdDVAEHQ1QAoAgAgBGoiADYCACABIABBAXI2AgQgAUHY1QAoAgBHDQZBzNUAQQA2AgBB2NUAQQA2AgAMBgtB2NUAKAIAIAVGBEBB2NUAIAE2AgBBzNUAQczVACgCACAEaiIANgIAIAEgAEEBcjYCBCAAIAFqIAA2AgAMBgsgAEF4cSAEaiEEIABB/wFNBEAgAEEDdiEDIAUoAggiACAFKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwFCyACIAA2AgggACACNgIMDAQLIAUoAhghBiAFIAUoAgwiAEcEQEHU1QAoAgAaIAAgBSgCCCICNgIIIAIgADYCDAwDCyAFQRRqIgMoAgAiAkUEQCAFKAIQIgJFDQIgBUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSAAQX5xNgIEIAEgBGogBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgBSgCHCICQQJ0QfTXAGoiAygCACAFRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAVGG2ogADYCACAARQ0BCyAAIAY2AhggBSgCECICBEAgACACNgIQIAIgADYCGAsgBUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBGogBDYCACABIARBAXI2AgQgAUHY1QAoAgBHDQBBzNUAIAQ2AgAMAQsgBEH/AU0EQCAEQXhxQezVAGohAAJ/QcTVACgCACICQQEgBEEDdnQiA3FFBEBBxNUAIAIgA3I2AgAgAAwBCyAAKAIICyICIAE2AgwgACABNgIIIAEgADYCDCABIAI2AggMAQtBHyECIARB////B00EQCAEQSYgBEEIdmciAGt2QQFxIABBAXRrQT5qIQILIAEgAjYCHCABQgA3AhAgAkECdEH01wBqIQACQEHI1QAoAgAiA0EBIAJ0IgdxRQRAIAAgATYCAEHI1QAgAyAHcjYCACABIAA2AhggASABNgIIIAEgATYCDAwBCyAEQRkgAkEBdmtBACACQR9HG3QhAiAAKAIAIQACQANAIAAiAygCBEF4cSAERg0BIAJBHXYhACACQQF0IQIgAyAAQQRxakEQaiIHKAIAIgANAAsgByABNgIAIAEgAzYCGCABIAE2AgwgASABNgIIDAELIAMoAggiACABNgIMIAMgATYCCCABQQA2AhggASADNgIMIAEgADYCCAtB5NUAQeTVACgCAEEBayIAQX8gABs2AgALCwcAIAAtACgLBwAgAC0AKgsHACAALQArCwcAIAAtACkLBwAgAC8BNAsHACAALQAwC0ABBH8gACgCGCEBIAAvAS4hAiAALQAoIQMgACgCOCEEIAAQOCAAIAQ2AjggACADOgAoIAAgAjsBLiAAIAE2AhgLhocCAwd/A34BeyABIAJqIQQCQCAAIgMoAgwiAA0AIAMoAgQEQCADIAE2AgQLIwBBEGsiCSQAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCADKAIcIgJBAmsO/AEB+QECAwQFBgcICQoLDA0ODxAREvgBE/cBFBX2ARYX9QEYGRobHB0eHyD9AfsBIfQBIiMkJSYnKCkqK/MBLC0uLzAxMvIB8QEzNPAB7wE1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk/6AVBRUlPuAe0BVOwBVesBVldYWVrqAVtcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AAYEBggGDAYQBhQGGAYcBiAGJAYoBiwGMAY0BjgGPAZABkQGSAZMBlAGVAZYBlwGYAZkBmgGbAZwBnQGeAZ8BoAGhAaIBowGkAaUBpgGnAagBqQGqAasBrAGtAa4BrwGwAbEBsgGzAbQBtQG2AbcBuAG5AboBuwG8Ab0BvgG/AcABwQHCAcMBxAHFAcYBxwHIAckBygHLAcwBzQHOAekB6AHPAecB0AHmAdEB0gHTAdQB5QHVAdYB1wHYAdkB2gHbAdwB3QHeAd8B4AHhAeIB4wEA/AELQQAM4wELQQ4M4gELQQ0M4QELQQ8M4AELQRAM3wELQRMM3gELQRQM3QELQRUM3AELQRYM2wELQRcM2gELQRgM2QELQRkM2AELQRoM1wELQRsM1gELQRwM1QELQR0M1AELQR4M0wELQR8M0gELQSAM0QELQSEM0AELQQgMzwELQSIMzgELQSQMzQELQSMMzAELQQcMywELQSUMygELQSYMyQELQScMyAELQSgMxwELQRIMxgELQREMxQELQSkMxAELQSoMwwELQSsMwgELQSwMwQELQd4BDMABC0EuDL8BC0EvDL4BC0EwDL0BC0ExDLwBC0EyDLsBC0EzDLoBC0E0DLkBC0HfAQy4AQtBNQy3AQtBOQy2AQtBDAy1AQtBNgy0AQtBNwyzAQtBOAyyAQtBPgyxAQtBOgywAQtB4AEMrwELQQsMrgELQT8MrQELQTsMrAELQQoMqwELQTwMqgELQT0MqQELQeEBDKgBC0HBAAynAQtBwAAMpgELQcIADKUBC0EJDKQBC0EtDKMBC0HDAAyiAQtBxAAMoQELQcUADKABC0HGAAyfAQtBxwAMngELQcgADJ0BC0HJAAycAQtBygAMmwELQcsADJoBC0HMAAyZAQtBzQAMmAELQc4ADJcBC0HPAAyWAQtB0AAMlQELQdEADJQBC0HSAAyTAQtB0wAMkgELQdUADJEBC0HUAAyQAQtB1gAMjwELQdcADI4BC0HYAAyNAQtB2QAMjAELQdoADIsBC0HbAAyKAQtB3AAMiQELQd0ADIgBC0HeAAyHAQtB3wAMhgELQeAADIUBC0HhAAyEAQtB4gAMgwELQeMADIIBC0HkAAyBAQtB5QAMgAELQeIBDH8LQeYADH4LQecADH0LQQYMfAtB6AAMewtBBQx6C0HpAAx5C0EEDHgLQeoADHcLQesADHYLQewADHULQe0ADHQLQQMMcwtB7gAMcgtB7wAMcQtB8AAMcAtB8gAMbwtB8QAMbgtB8wAMbQtB9AAMbAtB9QAMawtB9gAMagtBAgxpC0H3AAxoC0H4AAxnC0H5AAxmC0H6AAxlC0H7AAxkC0H8AAxjC0H9AAxiC0H+AAxhC0H/AAxgC0GAAQxfC0GBAQxeC0GCAQxdC0GDAQxcC0GEAQxbC0GFAQxaC0GGAQxZC0GHAQxYC0GIAQxXC0GJAQxWC0GKAQxVC0GLAQxUC0GMAQxTC0GNAQxSC0GOAQxRC0GPAQxQC0GQAQxPC0GRAQxOC0GSAQxNC0GTAQxMC0GUAQxLC0GVAQxKC0GWAQxJC0GXAQxIC0GYAQxHC0GZAQxGC0GaAQxFC0GbAQxEC0GcAQxDC0GdAQxCC0GeAQxBC0GfAQxAC0GgAQw/C0GhAQw+C0GiAQw9C0GjAQw8C0GkAQw7C0GlAQw6C0GmAQw5C0GnAQw4C0GoAQw3C0GpAQw2C0GqAQw1C0GrAQw0C0GsAQwzC0GtAQwyC0GuAQwxC0GvAQwwC0GwAQwvC0GxAQwuC0GyAQwtC0GzAQwsC0G0AQwrC0G1AQwqC0G2AQwpC0G3AQwoC0G4AQwnC0G5AQwmC0G6AQwlC0G7AQwkC0G8AQwjC0G9AQwiC0G+AQwhC0G/AQwgC0HAAQwfC0HBAQweC0HCAQwdC0EBDBwLQcMBDBsLQcQBDBoLQcUBDBkLQcYBDBgLQccBDBcLQcgBDBYLQckBDBULQcoBDBQLQcsBDBMLQcwBDBILQc0BDBELQc4BDBALQc8BDA8LQdABDA4LQdEBDA0LQdIBDAwLQdMBDAsLQdQBDAoLQdUBDAkLQdYBDAgLQeMBDAcLQdcBDAYLQdgBDAULQdkBDAQLQdoBDAMLQdsBDAILQd0BDAELQdwBCyECA0ACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAMCfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAn8CQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAwJ/AkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJ/AkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCACDuMBAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISMkJScoKZ4DmwOaA5EDigODA4AD/QL7AvgC8gLxAu8C7QLoAucC5gLlAuQC3ALbAtoC2QLYAtcC1gLVAs8CzgLMAssCygLJAsgCxwLGAsQCwwK+ArwCugK5ArgCtwK2ArUCtAKzArICsQKwAq4CrQKpAqgCpwKmAqUCpAKjAqICoQKgAp8CmAKQAowCiwKKAoEC/gH9AfwB+wH6AfkB+AH3AfUB8wHwAesB6QHoAecB5gHlAeQB4wHiAeEB4AHfAd4B3QHcAdoB2QHYAdcB1gHVAdQB0wHSAdEB0AHPAc4BzQHMAcsBygHJAcgBxwHGAcUBxAHDAcIBwQHAAb8BvgG9AbwBuwG6AbkBuAG3AbYBtQG0AbMBsgGxAbABrwGuAa0BrAGrAaoBqQGoAacBpgGlAaQBowGiAZ8BngGZAZgBlwGWAZUBlAGTAZIBkQGQAY8BjQGMAYcBhgGFAYQBgwGCAX18e3p5dnV0UFFSU1RVCyABIARHDXJB/QEhAgy+AwsgASAERw2YAUHbASECDL0DCyABIARHDfEBQY4BIQIMvAMLIAEgBEcN/AFBhAEhAgy7AwsgASAERw2KAkH/ACECDLoDCyABIARHDZECQf0AIQIMuQMLIAEgBEcNlAJB+wAhAgy4AwsgASAERw0eQR4hAgy3AwsgASAERw0ZQRghAgy2AwsgASAERw3KAkHNACECDLUDCyABIARHDdUCQcYAIQIMtAMLIAEgBEcN1gJBwwAhAgyzAwsgASAERw3cAkE4IQIMsgMLIAMtADBBAUYNrQMMiQMLQQAhAAJAAkACQCADLQAqRQ0AIAMtACtFDQAgAy8BMiICQQJxRQ0BDAILIAMvATIiAkEBcUUNAQtBASEAIAMtAChBAUYNACADLwE0IgZB5ABrQeQASQ0AIAZBzAFGDQAgBkGwAkYNACACQcAAcQ0AQQAhACACQYgEcUGABEYNACACQShxQQBHIQALIANBADsBMiADQQA6ADECQCAARQRAIANBADoAMSADLQAuQQRxDQEMsQMLIANCADcDIAsgA0EAOgAxIANBAToANgxIC0EAIQACQCADKAI4IgJFDQAgAigCMCICRQ0AIAMgAhEAACEACyAARQ1IIABBFUcNYiADQQQ2AhwgAyABNgIUIANB0hs2AhAgA0EVNgIMQQAhAgyvAwsgASAERgRAQQYhAgyvAwsgAS0AAEEKRw0ZIAFBAWohAQwaCyADQgA3AyBBEiECDJQDCyABIARHDYoDQSMhAgysAwsgASAERgRAQQchAgysAwsCQAJAIAEtAABBCmsOBAEYGAAYCyABQQFqIQFBECECDJMDCyABQQFqIQEgA0Evai0AAEEBcQ0XQQAhAiADQQA2AhwgAyABNgIUIANBmSA2AhAgA0EZNgIMDKsDCyADIAMpAyAiDCAEIAFrrSIKfSILQgAgCyAMWBs3AyAgCiAMWg0YQQghAgyqAwsgASAERwRAIANBCTYCCCADIAE2AgRBFCECDJEDC0EJIQIMqQMLIAMpAyBQDa4CDEMLIAEgBEYEQEELIQIMqAMLIAEtAABBCkcNFiABQQFqIQEMFwsgA0Evai0AAEEBcUUNGQwmC0EAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADRkMQgtBACEAAkAgAygCOCICRQ0AIAIoAlAiAkUNACADIAIRAAAhAAsgAA0aDCQLQQAhAAJAIAMoAjgiAkUNACACKAJQIgJFDQAgAyACEQAAIQALIAANGwwyCyADQS9qLQAAQQFxRQ0cDCILQQAhAAJAIAMoAjgiAkUNACACKAJUIgJFDQAgAyACEQAAIQALIAANHAxCC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADR0MIAsgASAERgRAQRMhAgygAwsCQCABLQAAIgBBCmsOBB8jIwAiCyABQQFqIQEMHwtBACEAAkAgAygCOCICRQ0AIAIoAlQiAkUNACADIAIRAAAhAAsgAA0iDEILIAEgBEYEQEEWIQIMngMLIAEtAABBwMEAai0AAEEBRw0jDIMDCwJAA0AgAS0AAEGwO2otAAAiAEEBRwRAAkAgAEECaw4CAwAnCyABQQFqIQFBISECDIYDCyAEIAFBAWoiAUcNAAtBGCECDJ0DCyADKAIEIQBBACECIANBADYCBCADIAAgAUEBaiIBEDQiAA0hDEELQQAhAAJAIAMoAjgiAkUNACACKAJUIgJFDQAgAyACEQAAIQALIAANIwwqCyABIARGBEBBHCECDJsDCyADQQo2AgggAyABNgIEQQAhAAJAIAMoAjgiAkUNACACKAJQIgJFDQAgAyACEQAAIQALIAANJUEkIQIMgQMLIAEgBEcEQANAIAEtAABBsD1qLQAAIgBBA0cEQCAAQQFrDgUYGiaCAyUmCyAEIAFBAWoiAUcNAAtBGyECDJoDC0EbIQIMmQMLA0AgAS0AAEGwP2otAAAiAEEDRwRAIABBAWsOBQ8RJxMmJwsgBCABQQFqIgFHDQALQR4hAgyYAwsgASAERwRAIANBCzYCCCADIAE2AgRBByECDP8CC0EfIQIMlwMLIAEgBEYEQEEgIQIMlwMLAkAgAS0AAEENaw4ULj8/Pz8/Pz8/Pz8/Pz8/Pz8/PwA/C0EAIQIgA0EANgIcIANBvws2AhAgA0ECNgIMIAMgAUEBajYCFAyWAwsgA0EvaiECA0AgASAERgRAQSEhAgyXAwsCQAJAAkAgAS0AACIAQQlrDhgCACkpASkpKSkpKSkpKSkpKSkpKSkpKQInCyABQQFqIQEgA0Evai0AAEEBcUUNCgwYCyABQQFqIQEMFwsgAUEBaiEBIAItAABBAnENAAtBACECIANBADYCHCADIAE2AhQgA0GfFTYCECADQQw2AgwMlQMLIAMtAC5BgAFxRQ0BC0EAIQACQCADKAI4IgJFDQAgAigCXCICRQ0AIAMgAhEAACEACyAARQ3mAiAAQRVGBEAgA0EkNgIcIAMgATYCFCADQZsbNgIQIANBFTYCDEEAIQIMlAMLQQAhAiADQQA2AhwgAyABNgIUIANBkA42AhAgA0EUNgIMDJMDC0EAIQIgA0EANgIcIAMgATYCFCADQb4gNgIQIANBAjYCDAySAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEgDKdqIgEQMiIARQ0rIANBBzYCHCADIAE2AhQgAyAANgIMDJEDCyADLQAuQcAAcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAlgiAkUNACADIAIRAAAhAAsgAEUNKyAAQRVGBEAgA0EKNgIcIAMgATYCFCADQesZNgIQIANBFTYCDEEAIQIMkAMLQQAhAiADQQA2AhwgAyABNgIUIANBkww2AhAgA0ETNgIMDI8DC0EAIQIgA0EANgIcIAMgATYCFCADQYIVNgIQIANBAjYCDAyOAwtBACECIANBADYCHCADIAE2AhQgA0HdFDYCECADQRk2AgwMjQMLQQAhAiADQQA2AhwgAyABNgIUIANB5h02AhAgA0EZNgIMDIwDCyAAQRVGDT1BACECIANBADYCHCADIAE2AhQgA0HQDzYCECADQSI2AgwMiwMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDMiAEUNKCADQQ02AhwgAyABNgIUIAMgADYCDAyKAwsgAEEVRg06QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIkDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDCgLIANBDjYCHCADIAA2AgwgAyABQQFqNgIUDIgDCyAAQRVGDTdBACECIANBADYCHCADIAE2AhQgA0HQDzYCECADQSI2AgwMhwMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDMiAEUEQCABQQFqIQEMJwsgA0EPNgIcIAMgADYCDCADIAFBAWo2AhQMhgMLQQAhAiADQQA2AhwgAyABNgIUIANB4hc2AhAgA0EZNgIMDIUDCyAAQRVGDTNBACECIANBADYCHCADIAE2AhQgA0HWDDYCECADQSM2AgwMhAMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUNJSADQRE2AhwgAyABNgIUIAMgADYCDAyDAwsgAEEVRg0wQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDIIDCyADKAIEIQBBACECIANBADYCBCADIAAgARA0IgBFBEAgAUEBaiEBDCULIANBEjYCHCADIAA2AgwgAyABQQFqNgIUDIEDCyADQS9qLQAAQQFxRQ0BC0EXIQIM5gILQQAhAiADQQA2AhwgAyABNgIUIANB4hc2AhAgA0EZNgIMDP4CCyAAQTtHDQAgAUEBaiEBDAwLQQAhAiADQQA2AhwgAyABNgIUIANBkhg2AhAgA0ECNgIMDPwCCyAAQRVGDShBACECIANBADYCHCADIAE2AhQgA0HWDDYCECADQSM2AgwM+wILIANBFDYCHCADIAE2AhQgAyAANgIMDPoCCyADKAIEIQBBACECIANBADYCBCADIAAgARA0IgBFBEAgAUEBaiEBDPUCCyADQRU2AhwgAyAANgIMIAMgAUEBajYCFAz5AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQzzAgsgA0EXNgIcIAMgADYCDCADIAFBAWo2AhQM+AILIABBFUYNI0EAIQIgA0EANgIcIAMgATYCFCADQdYMNgIQIANBIzYCDAz3AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQwdCyADQRk2AhwgAyAANgIMIAMgAUEBajYCFAz2AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQzvAgsgA0EaNgIcIAMgADYCDCADIAFBAWo2AhQM9QILIABBFUYNH0EAIQIgA0EANgIcIAMgATYCFCADQdAPNgIQIANBIjYCDAz0AgsgAygCBCEAIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDBsLIANBHDYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgzzAgsgAygCBCEAIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDOsCCyADQR02AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM8gILIABBO0cNASABQQFqIQELQSYhAgzXAgtBACECIANBADYCHCADIAE2AhQgA0GfFTYCECADQQw2AgwM7wILIAEgBEcEQANAIAEtAABBIEcNhAIgBCABQQFqIgFHDQALQSwhAgzvAgtBLCECDO4CCyABIARGBEBBNCECDO4CCwJAAkADQAJAIAEtAABBCmsOBAIAAAMACyAEIAFBAWoiAUcNAAtBNCECDO8CCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUNnwIgA0EyNgIcIAMgATYCFCADIAA2AgxBACECDO4CCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUEQCABQQFqIQEMnwILIANBMjYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgztAgsgASAERwRAAkADQCABLQAAQTBrIgBB/wFxQQpPBEBBOiECDNcCCyADKQMgIgtCmbPmzJmz5swZVg0BIAMgC0IKfiIKNwMgIAogAK1C/wGDIgtCf4VWDQEgAyAKIAt8NwMgIAQgAUEBaiIBRw0AC0HAACECDO4CCyADKAIEIQAgA0EANgIEIAMgACABQQFqIgEQMSIADRcM4gILQcAAIQIM7AILIAEgBEYEQEHJACECDOwCCwJAA0ACQCABLQAAQQlrDhgAAqICogKpAqICogKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogKiAgCiAgsgBCABQQFqIgFHDQALQckAIQIM7AILIAFBAWohASADQS9qLQAAQQFxDaUCIANBADYCHCADIAE2AhQgA0GXEDYCECADQQo2AgxBACECDOsCCyABIARHBEADQCABLQAAQSBHDRUgBCABQQFqIgFHDQALQfgAIQIM6wILQfgAIQIM6gILIANBAjoAKAw4C0EAIQIgA0EANgIcIANBvws2AhAgA0ECNgIMIAMgAUEBajYCFAzoAgtBACECDM4CC0ENIQIMzQILQRMhAgzMAgtBFSECDMsCC0EWIQIMygILQRghAgzJAgtBGSECDMgCC0EaIQIMxwILQRshAgzGAgtBHCECDMUCC0EdIQIMxAILQR4hAgzDAgtBHyECDMICC0EgIQIMwQILQSIhAgzAAgtBIyECDL8CC0ElIQIMvgILQeUAIQIMvQILIANBPTYCHCADIAE2AhQgAyAANgIMQQAhAgzVAgsgA0EbNgIcIAMgATYCFCADQaQcNgIQIANBFTYCDEEAIQIM1AILIANBIDYCHCADIAE2AhQgA0GYGjYCECADQRU2AgxBACECDNMCCyADQRM2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzSAgsgA0ELNgIcIAMgATYCFCADQZgaNgIQIANBFTYCDEEAIQIM0QILIANBEDYCHCADIAE2AhQgA0GYGjYCECADQRU2AgxBACECDNACCyADQSA2AhwgAyABNgIUIANBpBw2AhAgA0EVNgIMQQAhAgzPAgsgA0ELNgIcIAMgATYCFCADQaQcNgIQIANBFTYCDEEAIQIMzgILIANBDDYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDM0CC0EAIQIgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDAzMAgsCQANAAkAgAS0AAEEKaw4EAAICAAILIAQgAUEBaiIBRw0AC0H9ASECDMwCCwJAAkAgAy0ANkEBRw0AQQAhAAJAIAMoAjgiAkUNACACKAJgIgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB/AE2AhwgAyABNgIUIANB3Bk2AhAgA0EVNgIMQQAhAgzNAgtB3AEhAgyzAgsgA0EANgIcIAMgATYCFCADQfkLNgIQIANBHzYCDEEAIQIMywILAkACQCADLQAoQQFrDgIEAQALQdsBIQIMsgILQdQBIQIMsQILIANBAjoAMUEAIQACQCADKAI4IgJFDQAgAigCACICRQ0AIAMgAhEAACEACyAARQRAQd0BIQIMsQILIABBFUcEQCADQQA2AhwgAyABNgIUIANBtAw2AhAgA0EQNgIMQQAhAgzKAgsgA0H7ATYCHCADIAE2AhQgA0GBGjYCECADQRU2AgxBACECDMkCCyABIARGBEBB+gEhAgzJAgsgAS0AAEHIAEYNASADQQE6ACgLQcABIQIMrgILQdoBIQIMrQILIAEgBEcEQCADQQw2AgggAyABNgIEQdkBIQIMrQILQfkBIQIMxQILIAEgBEYEQEH4ASECDMUCCyABLQAAQcgARw0EIAFBAWohAUHYASECDKsCCyABIARGBEBB9wEhAgzEAgsCQAJAIAEtAABBxQBrDhAABQUFBQUFBQUFBQUFBQUBBQsgAUEBaiEBQdYBIQIMqwILIAFBAWohAUHXASECDKoCC0H2ASECIAEgBEYNwgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABButUAai0AAEcNAyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMwwILIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARAuIgBFBEBB4wEhAgyqAgsgA0H1ATYCHCADIAE2AhQgAyAANgIMQQAhAgzCAgtB9AEhAiABIARGDcECIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQbjVAGotAABHDQIgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADMICCyADQYEEOwEoIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARAuIgANAwwCCyADQQA2AgALQQAhAiADQQA2AhwgAyABNgIUIANB5R82AhAgA0EINgIMDL8CC0HVASECDKUCCyADQfMBNgIcIAMgATYCFCADIAA2AgxBACECDL0CC0EAIQACQCADKAI4IgJFDQAgAigCQCICRQ0AIAMgAhEAACEACyAARQ1uIABBFUcEQCADQQA2AhwgAyABNgIUIANBgg82AhAgA0EgNgIMQQAhAgy9AgsgA0GPATYCHCADIAE2AhQgA0HsGzYCECADQRU2AgxBACECDLwCCyABIARHBEAgA0ENNgIIIAMgATYCBEHTASECDKMCC0HyASECDLsCCyABIARGBEBB8QEhAgy7AgsCQAJAAkAgAS0AAEHIAGsOCwABCAgICAgICAgCCAsgAUEBaiEBQdABIQIMowILIAFBAWohAUHRASECDKICCyABQQFqIQFB0gEhAgyhAgtB8AEhAiABIARGDbkCIAMoAgAiACAEIAFraiEGIAEgAGtBAmohBQNAIAEtAAAgAEG11QBqLQAARw0EIABBAkYNAyAAQQFqIQAgBCABQQFqIgFHDQALIAMgBjYCAAy5AgtB7wEhAiABIARGDbgCIAMoAgAiACAEIAFraiEGIAEgAGtBAWohBQNAIAEtAAAgAEGz1QBqLQAARw0DIABBAUYNAiAAQQFqIQAgBCABQQFqIgFHDQALIAMgBjYCAAy4AgtB7gEhAiABIARGDbcCIAMoAgAiACAEIAFraiEGIAEgAGtBAmohBQNAIAEtAAAgAEGw1QBqLQAARw0CIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBjYCAAy3AgsgAygCBCEAIANCADcDACADIAAgBUEBaiIBECsiAEUNAiADQewBNgIcIAMgATYCFCADIAA2AgxBACECDLYCCyADQQA2AgALIAMoAgQhACADQQA2AgQgAyAAIAEQKyIARQ2cAiADQe0BNgIcIAMgATYCFCADIAA2AgxBACECDLQCC0HPASECDJoCC0EAIQACQCADKAI4IgJFDQAgAigCNCICRQ0AIAMgAhEAACEACwJAIAAEQCAAQRVGDQEgA0EANgIcIAMgATYCFCADQeoNNgIQIANBJjYCDEEAIQIMtAILQc4BIQIMmgILIANB6wE2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyyAgsgASAERgRAQesBIQIMsgILIAEtAABBL0YEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDEEAIQIMsQILQc0BIQIMlwILIAEgBEcEQCADQQ42AgggAyABNgIEQcwBIQIMlwILQeoBIQIMrwILIAEgBEYEQEHpASECDK8CCyABLQAAQTBrIgBB/wFxQQpJBEAgAyAAOgAqIAFBAWohAUHLASECDJYCCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNlwIgA0HoATYCHCADIAE2AhQgAyAANgIMQQAhAgyuAgsgASAERgRAQecBIQIMrgILAkAgAS0AAEEuRgRAIAFBAWohAQwBCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNmAIgA0HmATYCHCADIAE2AhQgAyAANgIMQQAhAgyuAgtBygEhAgyUAgsgASAERgRAQeUBIQIMrQILQQAhAEEBIQVBASEHQQAhAgJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAIAEtAABBMGsOCgoJAAECAwQFBggLC0ECDAYLQQMMBQtBBAwEC0EFDAMLQQYMAgtBBwwBC0EICyECQQAhBUEAIQcMAgtBCSECQQEhAEEAIQVBACEHDAELQQAhBUEBIQILIAMgAjoAKyABQQFqIQECQAJAIAMtAC5BEHENAAJAAkACQCADLQAqDgMBAAIECyAHRQ0DDAILIAANAQwCCyAFRQ0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNAiADQeIBNgIcIAMgATYCFCADIAA2AgxBACECDK8CCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNmgIgA0HjATYCHCADIAE2AhQgAyAANgIMQQAhAgyuAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZgCIANB5AE2AhwgAyABNgIUIAMgADYCDAytAgtByQEhAgyTAgtBACEAAkAgAygCOCICRQ0AIAIoAkQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0GkDTYCECADQSE2AgxBACECDK0CC0HIASECDJMCCyADQeEBNgIcIAMgATYCFCADQdAaNgIQIANBFTYCDEEAIQIMqwILIAEgBEYEQEHhASECDKsCCwJAIAEtAABBIEYEQCADQQA7ATQgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GZETYCECADQQk2AgxBACECDKsCC0HHASECDJECCyABIARGBEBB4AEhAgyqAgsCQCABLQAAQTBrQf8BcSICQQpJBEAgAUEBaiEBAkAgAy8BNCIAQZkzSw0AIAMgAEEKbCIAOwE0IABB/v8DcSACQf//A3NLDQAgAyAAIAJqOwE0DAILQQAhAiADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMDKsCCyADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMQQAhAgyqAgtBxgEhAgyQAgsgASAERgRAQd8BIQIMqQILAkAgAS0AAEEwa0H/AXEiAkEKSQRAIAFBAWohAQJAIAMvATQiAEGZM0sNACADIABBCmwiADsBNCAAQf7/A3EgAkH//wNzSw0AIAMgACACajsBNAwCC0EAIQIgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDAyqAgsgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDEEAIQIMqQILQcUBIQIMjwILIAEgBEYEQEHeASECDKgCCwJAIAEtAABBMGtB/wFxIgJBCkkEQCABQQFqIQECQCADLwE0IgBBmTNLDQAgAyAAQQpsIgA7ATQgAEH+/wNxIAJB//8Dc0sNACADIAAgAmo7ATQMAgtBACECIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgwMqQILIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgxBACECDKgCC0HEASECDI4CCyABIARGBEBB3QEhAgynAgsCQAJAAkACQCABLQAAQQprDhcCAwMAAwMDAwMDAwMDAwMDAwMDAwMDAQMLIAFBAWoMBQsgAUEBaiEBQcMBIQIMjwILIAFBAWohASADQS9qLQAAQQFxDQggA0EANgIcIAMgATYCFCADQY0LNgIQIANBDTYCDEEAIQIMpwILIANBADYCHCADIAE2AhQgA0GNCzYCECADQQ02AgxBACECDKYCCyABIARHBEAgA0EPNgIIIAMgATYCBEEBIQIMjQILQdwBIQIMpQILAkACQANAAkAgAS0AAEEKaw4EAgAAAwALIAQgAUEBaiIBRw0AC0HbASECDKYCCyADKAIEIQAgA0EANgIEIAMgACABEC0iAEUEQCABQQFqIQEMBAsgA0HaATYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgylAgsgAygCBCEAIANBADYCBCADIAAgARAtIgANASABQQFqCyEBQcEBIQIMigILIANB2QE2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMogILQcIBIQIMiAILIANBL2otAABBAXENASADQQA2AhwgAyABNgIUIANB5Bw2AhAgA0EZNgIMQQAhAgygAgsgASAERgRAQdkBIQIMoAILAkACQAJAIAEtAABBCmsOBAECAgACCyABQQFqIQEMAgsgAUEBaiEBDAELIAMtAC5BwABxRQ0BC0EAIQACQCADKAI4IgJFDQAgAigCPCICRQ0AIAMgAhEAACEACyAARQ2gASAAQRVGBEAgA0HZADYCHCADIAE2AhQgA0G3GjYCECADQRU2AgxBACECDJ8CCyADQQA2AhwgAyABNgIUIANBgA02AhAgA0EbNgIMQQAhAgyeAgsgA0EANgIcIAMgATYCFCADQdwoNgIQIANBAjYCDEEAIQIMnQILIAEgBEcEQCADQQw2AgggAyABNgIEQb8BIQIMhAILQdgBIQIMnAILIAEgBEYEQEHXASECDJwCCwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAS0AAEHBAGsOFQABAgNaBAUGWlpaBwgJCgsMDQ4PEFoLIAFBAWohAUH7ACECDJICCyABQQFqIQFB/AAhAgyRAgsgAUEBaiEBQYEBIQIMkAILIAFBAWohAUGFASECDI8CCyABQQFqIQFBhgEhAgyOAgsgAUEBaiEBQYkBIQIMjQILIAFBAWohAUGKASECDIwCCyABQQFqIQFBjQEhAgyLAgsgAUEBaiEBQZYBIQIMigILIAFBAWohAUGXASECDIkCCyABQQFqIQFBmAEhAgyIAgsgAUEBaiEBQaUBIQIMhwILIAFBAWohAUGmASECDIYCCyABQQFqIQFBrAEhAgyFAgsgAUEBaiEBQbQBIQIMhAILIAFBAWohAUG3ASECDIMCCyABQQFqIQFBvgEhAgyCAgsgASAERgRAQdYBIQIMmwILIAEtAABBzgBHDUggAUEBaiEBQb0BIQIMgQILIAEgBEYEQEHVASECDJoCCwJAAkACQCABLQAAQcIAaw4SAEpKSkpKSkpKSgFKSkpKSkoCSgsgAUEBaiEBQbgBIQIMggILIAFBAWohAUG7ASECDIECCyABQQFqIQFBvAEhAgyAAgtB1AEhAiABIARGDZgCIAMoAgAiACAEIAFraiEFIAEgAGtBB2ohBgJAA0AgAS0AACAAQajVAGotAABHDUUgAEEHRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJkCCyADQQA2AgAgBkEBaiEBQRsMRQsgASAERgRAQdMBIQIMmAILAkACQCABLQAAQckAaw4HAEdHR0dHAUcLIAFBAWohAUG5ASECDP8BCyABQQFqIQFBugEhAgz+AQtB0gEhAiABIARGDZYCIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQabVAGotAABHDUMgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJcCCyADQQA2AgAgBkEBaiEBQQ8MQwtB0QEhAiABIARGDZUCIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQaTVAGotAABHDUIgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJYCCyADQQA2AgAgBkEBaiEBQSAMQgtB0AEhAiABIARGDZQCIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQaHVAGotAABHDUEgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJUCCyADQQA2AgAgBkEBaiEBQRIMQQsgASAERgRAQc8BIQIMlAILAkACQCABLQAAQcUAaw4OAENDQ0NDQ0NDQ0NDQwFDCyABQQFqIQFBtQEhAgz7AQsgAUEBaiEBQbYBIQIM+gELQc4BIQIgASAERg2SAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGe1QBqLQAARw0/IABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyTAgsgA0EANgIAIAZBAWohAUEHDD8LQc0BIQIgASAERg2RAiADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEGY1QBqLQAARw0+IABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAySAgsgA0EANgIAIAZBAWohAUEoDD4LIAEgBEYEQEHMASECDJECCwJAAkACQCABLQAAQcUAaw4RAEFBQUFBQUFBQQFBQUFBQQJBCyABQQFqIQFBsQEhAgz5AQsgAUEBaiEBQbIBIQIM+AELIAFBAWohAUGzASECDPcBC0HLASECIAEgBEYNjwIgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCABLQAAIABBkdUAai0AAEcNPCAAQQZGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkAILIANBADYCACAGQQFqIQFBGgw8C0HKASECIAEgBEYNjgIgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABBjdUAai0AAEcNOyAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMjwILIANBADYCACAGQQFqIQFBIQw7CyABIARGBEBByQEhAgyOAgsCQAJAIAEtAABBwQBrDhQAPT09PT09PT09PT09PT09PT09AT0LIAFBAWohAUGtASECDPUBCyABQQFqIQFBsAEhAgz0AQsgASAERgRAQcgBIQIMjQILAkACQCABLQAAQdUAaw4LADw8PDw8PDw8PAE8CyABQQFqIQFBrgEhAgz0AQsgAUEBaiEBQa8BIQIM8wELQccBIQIgASAERg2LAiADKAIAIgAgBCABa2ohBSABIABrQQhqIQYCQANAIAEtAAAgAEGE1QBqLQAARw04IABBCEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyMAgsgA0EANgIAIAZBAWohAUEqDDgLIAEgBEYEQEHGASECDIsCCyABLQAAQdAARw04IAFBAWohAUElDDcLQcUBIQIgASAERg2JAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGB1QBqLQAARw02IABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyKAgsgA0EANgIAIAZBAWohAUEODDYLIAEgBEYEQEHEASECDIkCCyABLQAAQcUARw02IAFBAWohAUGrASECDO8BCyABIARGBEBBwwEhAgyIAgsCQAJAAkACQCABLQAAQcIAaw4PAAECOTk5OTk5OTk5OTkDOQsgAUEBaiEBQacBIQIM8QELIAFBAWohAUGoASECDPABCyABQQFqIQFBqQEhAgzvAQsgAUEBaiEBQaoBIQIM7gELQcIBIQIgASAERg2GAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEH+1ABqLQAARw0zIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyHAgsgA0EANgIAIAZBAWohAUEUDDMLQcEBIQIgASAERg2FAiADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEH51ABqLQAARw0yIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyGAgsgA0EANgIAIAZBAWohAUErDDILQcABIQIgASAERg2EAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEH21ABqLQAARw0xIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyFAgsgA0EANgIAIAZBAWohAUEsDDELQb8BIQIgASAERg2DAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw0wIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyEAgsgA0EANgIAIAZBAWohAUERDDALQb4BIQIgASAERg2CAiADKAIAIgAgBCABa2ohBSABIABrQQNqIQYCQANAIAEtAAAgAEHy1ABqLQAARw0vIABBA0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyDAgsgA0EANgIAIAZBAWohAUEuDC8LIAEgBEYEQEG9ASECDIICCwJAAkACQAJAAkAgAS0AAEHBAGsOFQA0NDQ0NDQ0NDQ0ATQ0AjQ0AzQ0BDQLIAFBAWohAUGbASECDOwBCyABQQFqIQFBnAEhAgzrAQsgAUEBaiEBQZ0BIQIM6gELIAFBAWohAUGiASECDOkBCyABQQFqIQFBpAEhAgzoAQsgASAERgRAQbwBIQIMgQILAkACQCABLQAAQdIAaw4DADABMAsgAUEBaiEBQaMBIQIM6AELIAFBAWohAUEEDC0LQbsBIQIgASAERg3/ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHw1ABqLQAARw0sIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyAAgsgA0EANgIAIAZBAWohAUEdDCwLIAEgBEYEQEG6ASECDP8BCwJAAkAgAS0AAEHJAGsOBwEuLi4uLgAuCyABQQFqIQFBoQEhAgzmAQsgAUEBaiEBQSIMKwsgASAERgRAQbkBIQIM/gELIAEtAABB0ABHDSsgAUEBaiEBQaABIQIM5AELIAEgBEYEQEG4ASECDP0BCwJAAkAgAS0AAEHGAGsOCwAsLCwsLCwsLCwBLAsgAUEBaiEBQZ4BIQIM5AELIAFBAWohAUGfASECDOMBC0G3ASECIAEgBEYN+wEgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABB7NQAai0AAEcNKCAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM/AELIANBADYCACAGQQFqIQFBDQwoC0G2ASECIAEgBEYN+gEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBodUAai0AAEcNJyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM+wELIANBADYCACAGQQFqIQFBDAwnC0G1ASECIAEgBEYN+QEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABB6tQAai0AAEcNJiAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM+gELIANBADYCACAGQQFqIQFBAwwmC0G0ASECIAEgBEYN+AEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABB6NQAai0AAEcNJSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM+QELIANBADYCACAGQQFqIQFBJgwlCyABIARGBEBBswEhAgz4AQsCQAJAIAEtAABB1ABrDgIAAScLIAFBAWohAUGZASECDN8BCyABQQFqIQFBmgEhAgzeAQtBsgEhAiABIARGDfYBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQebUAGotAABHDSMgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPcBCyADQQA2AgAgBkEBaiEBQScMIwtBsQEhAiABIARGDfUBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQeTUAGotAABHDSIgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPYBCyADQQA2AgAgBkEBaiEBQRwMIgtBsAEhAiABIARGDfQBIAMoAgAiACAEIAFraiEFIAEgAGtBBWohBgJAA0AgAS0AACAAQd7UAGotAABHDSEgAEEFRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPUBCyADQQA2AgAgBkEBaiEBQQYMIQtBrwEhAiABIARGDfMBIAMoAgAiACAEIAFraiEFIAEgAGtBBGohBgJAA0AgAS0AACAAQdnUAGotAABHDSAgAEEERg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPQBCyADQQA2AgAgBkEBaiEBQRkMIAsgASAERgRAQa4BIQIM8wELAkACQAJAAkAgAS0AAEEtaw4jACQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkASQkJCQkAiQkJAMkCyABQQFqIQFBjgEhAgzcAQsgAUEBaiEBQY8BIQIM2wELIAFBAWohAUGUASECDNoBCyABQQFqIQFBlQEhAgzZAQtBrQEhAiABIARGDfEBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQdfUAGotAABHDR4gAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPIBCyADQQA2AgAgBkEBaiEBQQsMHgsgASAERgRAQawBIQIM8QELAkACQCABLQAAQcEAaw4DACABIAsgAUEBaiEBQZABIQIM2AELIAFBAWohAUGTASECDNcBCyABIARGBEBBqwEhAgzwAQsCQAJAIAEtAABBwQBrDg8AHx8fHx8fHx8fHx8fHwEfCyABQQFqIQFBkQEhAgzXAQsgAUEBaiEBQZIBIQIM1gELIAEgBEYEQEGqASECDO8BCyABLQAAQcwARw0cIAFBAWohAUEKDBsLQakBIQIgASAERg3tASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEHR1ABqLQAARw0aIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzuAQsgA0EANgIAIAZBAWohAUEeDBoLQagBIQIgASAERg3sASADKAIAIgAgBCABa2ohBSABIABrQQZqIQYCQANAIAEtAAAgAEHK1ABqLQAARw0ZIABBBkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAztAQsgA0EANgIAIAZBAWohAUEVDBkLQacBIQIgASAERg3rASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEHH1ABqLQAARw0YIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzsAQsgA0EANgIAIAZBAWohAUEXDBgLQaYBIQIgASAERg3qASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEHB1ABqLQAARw0XIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzrAQsgA0EANgIAIAZBAWohAUEYDBcLIAEgBEYEQEGlASECDOoBCwJAAkAgAS0AAEHJAGsOBwAZGRkZGQEZCyABQQFqIQFBiwEhAgzRAQsgAUEBaiEBQYwBIQIM0AELQaQBIQIgASAERg3oASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGm1QBqLQAARw0VIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzpAQsgA0EANgIAIAZBAWohAUEJDBULQaMBIQIgASAERg3nASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGk1QBqLQAARw0UIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzoAQsgA0EANgIAIAZBAWohAUEfDBQLQaIBIQIgASAERg3mASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEG+1ABqLQAARw0TIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAznAQsgA0EANgIAIAZBAWohAUECDBMLQaEBIQIgASAERg3lASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYDQCABLQAAIABBvNQAai0AAEcNESAAQQFGDQIgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM5QELIAEgBEYEQEGgASECDOUBC0EBIAEtAABB3wBHDREaIAFBAWohAUGHASECDMsBCyADQQA2AgAgBkEBaiEBQYgBIQIMygELQZ8BIQIgASAERg3iASADKAIAIgAgBCABa2ohBSABIABrQQhqIQYCQANAIAEtAAAgAEGE1QBqLQAARw0PIABBCEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzjAQsgA0EANgIAIAZBAWohAUEpDA8LQZ4BIQIgASAERg3hASADKAIAIgAgBCABa2ohBSABIABrQQNqIQYCQANAIAEtAAAgAEG41ABqLQAARw0OIABBA0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAziAQsgA0EANgIAIAZBAWohAUEtDA4LIAEgBEYEQEGdASECDOEBCyABLQAAQcUARw0OIAFBAWohAUGEASECDMcBCyABIARGBEBBnAEhAgzgAQsCQAJAIAEtAABBzABrDggADw8PDw8PAQ8LIAFBAWohAUGCASECDMcBCyABQQFqIQFBgwEhAgzGAQtBmwEhAiABIARGDd4BIAMoAgAiACAEIAFraiEFIAEgAGtBBGohBgJAA0AgAS0AACAAQbPUAGotAABHDQsgAEEERg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADN8BCyADQQA2AgAgBkEBaiEBQSMMCwtBmgEhAiABIARGDd0BIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbDUAGotAABHDQogAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADN4BCyADQQA2AgAgBkEBaiEBQQAMCgsgASAERgRAQZkBIQIM3QELAkACQCABLQAAQcgAaw4IAAwMDAwMDAEMCyABQQFqIQFB/QAhAgzEAQsgAUEBaiEBQYABIQIMwwELIAEgBEYEQEGYASECDNwBCwJAAkAgAS0AAEHOAGsOAwALAQsLIAFBAWohAUH+ACECDMMBCyABQQFqIQFB/wAhAgzCAQsgASAERgRAQZcBIQIM2wELIAEtAABB2QBHDQggAUEBaiEBQQgMBwtBlgEhAiABIARGDdkBIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQazUAGotAABHDQYgAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNoBCyADQQA2AgAgBkEBaiEBQQUMBgtBlQEhAiABIARGDdgBIAMoAgAiACAEIAFraiEFIAEgAGtBBWohBgJAA0AgAS0AACAAQabUAGotAABHDQUgAEEFRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNkBCyADQQA2AgAgBkEBaiEBQRYMBQtBlAEhAiABIARGDdcBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQaHVAGotAABHDQQgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNgBCyADQQA2AgAgBkEBaiEBQRAMBAsgASAERgRAQZMBIQIM1wELAkACQCABLQAAQcMAaw4MAAYGBgYGBgYGBgYBBgsgAUEBaiEBQfkAIQIMvgELIAFBAWohAUH6ACECDL0BC0GSASECIAEgBEYN1QEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBoNQAai0AAEcNAiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM1gELIANBADYCACAGQQFqIQFBJAwCCyADQQA2AgAMAgsgASAERgRAQZEBIQIM1AELIAEtAABBzABHDQEgAUEBaiEBQRMLOgApIAMoAgQhACADQQA2AgQgAyAAIAEQLiIADQIMAQtBACECIANBADYCHCADIAE2AhQgA0H+HzYCECADQQY2AgwM0QELQfgAIQIMtwELIANBkAE2AhwgAyABNgIUIAMgADYCDEEAIQIMzwELQQAhAAJAIAMoAjgiAkUNACACKAJAIgJFDQAgAyACEQAAIQALIABFDQAgAEEVRg0BIANBADYCHCADIAE2AhQgA0GCDzYCECADQSA2AgxBACECDM4BC0H3ACECDLQBCyADQY8BNgIcIAMgATYCFCADQewbNgIQIANBFTYCDEEAIQIMzAELIAEgBEYEQEGPASECDMwBCwJAIAEtAABBIEYEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQZsfNgIQIANBBjYCDEEAIQIMzAELQQIhAgyyAQsDQCABLQAAQSBHDQIgBCABQQFqIgFHDQALQY4BIQIMygELIAEgBEYEQEGNASECDMoBCwJAIAEtAABBCWsOBEoAAEoAC0H1ACECDLABCyADLQApQQVGBEBB9gAhAgywAQtB9AAhAgyvAQsgASAERgRAQYwBIQIMyAELIANBEDYCCCADIAE2AgQMCgsgASAERgRAQYsBIQIMxwELAkAgAS0AAEEJaw4ERwAARwALQfMAIQIMrQELIAEgBEcEQCADQRA2AgggAyABNgIEQfEAIQIMrQELQYoBIQIMxQELAkAgASAERwRAA0AgAS0AAEGg0ABqLQAAIgBBA0cEQAJAIABBAWsOAkkABAtB8AAhAgyvAQsgBCABQQFqIgFHDQALQYgBIQIMxgELQYgBIQIMxQELIANBADYCHCADIAE2AhQgA0HbIDYCECADQQc2AgxBACECDMQBCyABIARGBEBBiQEhAgzEAQsCQAJAAkAgAS0AAEGg0gBqLQAAQQFrDgNGAgABC0HyACECDKwBCyADQQA2AhwgAyABNgIUIANBtBI2AhAgA0EHNgIMQQAhAgzEAQtB6gAhAgyqAQsgASAERwRAIAFBAWohAUHvACECDKoBC0GHASECDMIBCyAEIAEiAEYEQEGGASECDMIBCyAALQAAIgFBL0YEQCAAQQFqIQFB7gAhAgypAQsgAUEJayICQRdLDQEgACEBQQEgAnRBm4CABHENQQwBCyAEIAEiAEYEQEGFASECDMEBCyAALQAAQS9HDQAgAEEBaiEBDAMLQQAhAiADQQA2AhwgAyAANgIUIANB2yA2AhAgA0EHNgIMDL8BCwJAAkACQAJAAkADQCABLQAAQaDOAGotAAAiAEEFRwRAAkACQCAAQQFrDghHBQYHCAAEAQgLQesAIQIMrQELIAFBAWohAUHtACECDKwBCyAEIAFBAWoiAUcNAAtBhAEhAgzDAQsgAUEBagwUCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNHiADQdsANgIcIAMgATYCFCADIAA2AgxBACECDMEBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNHiADQd0ANgIcIAMgATYCFCADIAA2AgxBACECDMABCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNHiADQfoANgIcIAMgATYCFCADIAA2AgxBACECDL8BCyADQQA2AhwgAyABNgIUIANB+Q82AhAgA0EHNgIMQQAhAgy+AQsgASAERgRAQYMBIQIMvgELAkAgAS0AAEGgzgBqLQAAQQFrDgg+BAUGAAgCAwcLIAFBAWohAQtBAyECDKMBCyABQQFqDA0LQQAhAiADQQA2AhwgA0HREjYCECADQQc2AgwgAyABQQFqNgIUDLoBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNFiADQdsANgIcIAMgATYCFCADIAA2AgxBACECDLkBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNFiADQd0ANgIcIAMgATYCFCADIAA2AgxBACECDLgBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNFiADQfoANgIcIAMgATYCFCADIAA2AgxBACECDLcBCyADQQA2AhwgAyABNgIUIANB+Q82AhAgA0EHNgIMQQAhAgy2AQtB7AAhAgycAQsgASAERgRAQYIBIQIMtQELIAFBAWoMAgsgASAERgRAQYEBIQIMtAELIAFBAWoMAQsgASAERg0BIAFBAWoLIQFBBCECDJgBC0GAASECDLABCwNAIAEtAABBoMwAai0AACIAQQJHBEAgAEEBRwRAQekAIQIMmQELDDELIAQgAUEBaiIBRw0AC0H/ACECDK8BCyABIARGBEBB/gAhAgyvAQsCQCABLQAAQQlrDjcvAwYvBAYGBgYGBgYGBgYGBgYGBgYGBgUGBgIGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYABgsgAUEBagshAUEFIQIMlAELIAFBAWoMBgsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQggA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgyrAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQggA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgyqAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQggA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgypAQsgA0EANgIcIAMgATYCFCADQY0UNgIQIANBBzYCDEEAIQIMqAELAkACQAJAAkADQCABLQAAQaDKAGotAAAiAEEFRwRAAkAgAEEBaw4GLgMEBQYABgtB6AAhAgyUAQsgBCABQQFqIgFHDQALQf0AIQIMqwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0HIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMqgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0HIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMqQELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0HIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMqAELIANBADYCHCADIAE2AhQgA0HkCDYCECADQQc2AgxBACECDKcBCyABIARGDQEgAUEBagshAUEGIQIMjAELQfwAIQIMpAELAkACQAJAAkADQCABLQAAQaDIAGotAAAiAEEFRwRAIABBAWsOBCkCAwQFCyAEIAFBAWoiAUcNAAtB+wAhAgynAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQMgA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgymAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQMgA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgylAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDQMgA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgykAQsgA0EANgIcIAMgATYCFCADQbwKNgIQIANBBzYCDEEAIQIMowELQc8AIQIMiQELQdEAIQIMiAELQecAIQIMhwELIAEgBEYEQEH6ACECDKABCwJAIAEtAABBCWsOBCAAACAACyABQQFqIQFB5gAhAgyGAQsgASAERgRAQfkAIQIMnwELAkAgAS0AAEEJaw4EHwAAHwALQQAhAAJAIAMoAjgiAkUNACACKAI4IgJFDQAgAyACEQAAIQALIABFBEBB4gEhAgyGAQsgAEEVRwRAIANBADYCHCADIAE2AhQgA0HJDTYCECADQRo2AgxBACECDJ8BCyADQfgANgIcIAMgATYCFCADQeoaNgIQIANBFTYCDEEAIQIMngELIAEgBEcEQCADQQ02AgggAyABNgIEQeQAIQIMhQELQfcAIQIMnQELIAEgBEYEQEH2ACECDJ0BCwJAAkACQCABLQAAQcgAaw4LAAELCwsLCwsLCwILCyABQQFqIQFB3QAhAgyFAQsgAUEBaiEBQeAAIQIMhAELIAFBAWohAUHjACECDIMBC0H1ACECIAEgBEYNmwEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBtdUAai0AAEcNCCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMnAELIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARArIgAEQCADQfQANgIcIAMgATYCFCADIAA2AgxBACECDJwBC0HiACECDIIBC0EAIQACQCADKAI4IgJFDQAgAigCNCICRQ0AIAMgAhEAACEACwJAIAAEQCAAQRVGDQEgA0EANgIcIAMgATYCFCADQeoNNgIQIANBJjYCDEEAIQIMnAELQeEAIQIMggELIANB8wA2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyaAQsgAy0AKSIAQSNrQQtJDQkCQCAAQQZLDQBBASAAdEHKAHFFDQAMCgtBACECIANBADYCHCADIAE2AhQgA0HtCTYCECADQQg2AgwMmQELQfIAIQIgASAERg2YASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGz1QBqLQAARw0FIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyZAQsgAygCBCEAIANCADcDACADIAAgBkEBaiIBECsiAARAIANB8QA2AhwgAyABNgIUIAMgADYCDEEAIQIMmQELQd8AIQIMfwtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJkBC0HeACECDH8LIANB8AA2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyXAQsgAy0AKUEhRg0GIANBADYCHCADIAE2AhQgA0GRCjYCECADQQg2AgxBACECDJYBC0HvACECIAEgBEYNlQEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBsNUAai0AAEcNAiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMlgELIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARArIgBFDQIgA0HtADYCHCADIAE2AhQgAyAANgIMQQAhAgyVAQsgA0EANgIACyADKAIEIQAgA0EANgIEIAMgACABECsiAEUNgAEgA0HuADYCHCADIAE2AhQgAyAANgIMQQAhAgyTAQtB3AAhAgx5C0EAIQACQCADKAI4IgJFDQAgAigCNCICRQ0AIAMgAhEAACEACwJAIAAEQCAAQRVGDQEgA0EANgIcIAMgATYCFCADQeoNNgIQIANBJjYCDEEAIQIMkwELQdsAIQIMeQsgA0HsADYCHCADIAE2AhQgA0GAGzYCECADQRU2AgxBACECDJEBCyADLQApIgBBI0kNACAAQS5GDQAgA0EANgIcIAMgATYCFCADQckJNgIQIANBCDYCDEEAIQIMkAELQdoAIQIMdgsgASAERgRAQesAIQIMjwELAkAgAS0AAEEvRgRAIAFBAWohAQwBCyADQQA2AhwgAyABNgIUIANBsjg2AhAgA0EINgIMQQAhAgyPAQtB2QAhAgx1CyABIARHBEAgA0EONgIIIAMgATYCBEHYACECDHULQeoAIQIMjQELIAEgBEYEQEHpACECDI0BCyABLQAAQTBrIgBB/wFxQQpJBEAgAyAAOgAqIAFBAWohAUHXACECDHQLIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ16IANB6AA2AhwgAyABNgIUIAMgADYCDEEAIQIMjAELIAEgBEYEQEHnACECDIwBCwJAIAEtAABBLkYEQCABQQFqIQEMAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDXsgA0HmADYCHCADIAE2AhQgAyAANgIMQQAhAgyMAQtB1gAhAgxyCyABIARGBEBB5QAhAgyLAQtBACEAQQEhBUEBIQdBACECAkACQAJAAkACQAJ/AkACQAJAAkACQAJAAkAgAS0AAEEwaw4KCgkAAQIDBAUGCAsLQQIMBgtBAwwFC0EEDAQLQQUMAwtBBgwCC0EHDAELQQgLIQJBACEFQQAhBwwCC0EJIQJBASEAQQAhBUEAIQcMAQtBACEFQQEhAgsgAyACOgArIAFBAWohAQJAAkAgAy0ALkEQcQ0AAkACQAJAIAMtACoOAwEAAgQLIAdFDQMMAgsgAA0BDAILIAVFDQELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ0CIANB4gA2AhwgAyABNgIUIAMgADYCDEEAIQIMjQELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ19IANB4wA2AhwgAyABNgIUIAMgADYCDEEAIQIMjAELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ17IANB5AA2AhwgAyABNgIUIAMgADYCDAyLAQtB1AAhAgxxCyADLQApQSJGDYYBQdMAIQIMcAtBACEAAkAgAygCOCICRQ0AIAIoAkQiAkUNACADIAIRAAAhAAsgAEUEQEHVACECDHALIABBFUcEQCADQQA2AhwgAyABNgIUIANBpA02AhAgA0EhNgIMQQAhAgyJAQsgA0HhADYCHCADIAE2AhQgA0HQGjYCECADQRU2AgxBACECDIgBCyABIARGBEBB4AAhAgyIAQsCQAJAAkACQAJAIAEtAABBCmsOBAEEBAAECyABQQFqIQEMAQsgAUEBaiEBIANBL2otAABBAXFFDQELQdIAIQIMcAsgA0EANgIcIAMgATYCFCADQbYRNgIQIANBCTYCDEEAIQIMiAELIANBADYCHCADIAE2AhQgA0G2ETYCECADQQk2AgxBACECDIcBCyABIARGBEBB3wAhAgyHAQsgAS0AAEEKRgRAIAFBAWohAQwJCyADLQAuQcAAcQ0IIANBADYCHCADIAE2AhQgA0G2ETYCECADQQI2AgxBACECDIYBCyABIARGBEBB3QAhAgyGAQsgAS0AACICQQ1GBEAgAUEBaiEBQdAAIQIMbQsgASEAIAJBCWsOBAUBAQUBCyAEIAEiAEYEQEHcACECDIUBCyAALQAAQQpHDQAgAEEBagwCC0EAIQIgA0EANgIcIAMgADYCFCADQcotNgIQIANBBzYCDAyDAQsgASAERgRAQdsAIQIMgwELAkAgAS0AAEEJaw4EAwAAAwALIAFBAWoLIQFBzgAhAgxoCyABIARGBEBB2gAhAgyBAQsgAS0AAEEJaw4EAAEBAAELQQAhAiADQQA2AhwgA0GaEjYCECADQQc2AgwgAyABQQFqNgIUDH8LIANBgBI7ASpBACEAAkAgAygCOCICRQ0AIAIoAjgiAkUNACADIAIRAAAhAAsgAEUNACAAQRVHDQEgA0HZADYCHCADIAE2AhQgA0HqGjYCECADQRU2AgxBACECDH4LQc0AIQIMZAsgA0EANgIcIAMgATYCFCADQckNNgIQIANBGjYCDEEAIQIMfAsgASAERgRAQdkAIQIMfAsgAS0AAEEgRw09IAFBAWohASADLQAuQQFxDT0gA0EANgIcIAMgATYCFCADQcIcNgIQIANBHjYCDEEAIQIMewsgASAERgRAQdgAIQIMewsCQAJAAkACQAJAIAEtAAAiAEEKaw4EAgMDAAELIAFBAWohAUEsIQIMZQsgAEE6Rw0BIANBADYCHCADIAE2AhQgA0HnETYCECADQQo2AgxBACECDH0LIAFBAWohASADQS9qLQAAQQFxRQ1zIAMtADJBgAFxRQRAIANBMmohAiADEDVBACEAAkAgAygCOCIGRQ0AIAYoAigiBkUNACADIAYRAAAhAAsCQAJAIAAOFk1MSwEBAQEBAQEBAQEBAQEBAQEBAQABCyADQSk2AhwgAyABNgIUIANBrBk2AhAgA0EVNgIMQQAhAgx+CyADQQA2AhwgAyABNgIUIANB5Qs2AhAgA0ERNgIMQQAhAgx9C0EAIQACQCADKAI4IgJFDQAgAigCXCICRQ0AIAMgAhEAACEACyAARQ1ZIABBFUcNASADQQU2AhwgAyABNgIUIANBmxs2AhAgA0EVNgIMQQAhAgx8C0HLACECDGILQQAhAiADQQA2AhwgAyABNgIUIANBkA42AhAgA0EUNgIMDHoLIAMgAy8BMkGAAXI7ATIMOwsgASAERwRAIANBETYCCCADIAE2AgRBygAhAgxgC0HXACECDHgLIAEgBEYEQEHWACECDHgLAkACQAJAAkAgAS0AACIAQSByIAAgAEHBAGtB/wFxQRpJG0H/AXFB4wBrDhMAQEBAQEBAQEBAQEBAAUBAQAIDQAsgAUEBaiEBQcYAIQIMYQsgAUEBaiEBQccAIQIMYAsgAUEBaiEBQcgAIQIMXwsgAUEBaiEBQckAIQIMXgtB1QAhAiAEIAEiAEYNdiAEIAFrIAMoAgAiAWohBiAAIAFrQQVqIQcDQCABQZDIAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQhBBCABQQVGDQoaIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADHYLQdQAIQIgBCABIgBGDXUgBCABayADKAIAIgFqIQYgACABa0EPaiEHA0AgAUGAyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0HQQMgAUEPRg0JGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAx1C0HTACECIAQgASIARg10IAQgAWsgAygCACIBaiEGIAAgAWtBDmohBwNAIAFB4scAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNBiABQQ5GDQcgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMdAtB0gAhAiAEIAEiAEYNcyAEIAFrIAMoAgAiAWohBSAAIAFrQQFqIQYDQCABQeDHAGotAAAgAC0AACIHQSByIAcgB0HBAGtB/wFxQRpJG0H/AXFHDQUgAUEBRg0CIAFBAWohASAEIABBAWoiAEcNAAsgAyAFNgIADHMLIAEgBEYEQEHRACECDHMLAkACQCABLQAAIgBBIHIgACAAQcEAa0H/AXFBGkkbQf8BcUHuAGsOBwA5OTk5OQE5CyABQQFqIQFBwwAhAgxaCyABQQFqIQFBxAAhAgxZCyADQQA2AgAgBkEBaiEBQcUAIQIMWAtB0AAhAiAEIAEiAEYNcCAEIAFrIAMoAgAiAWohBiAAIAFrQQlqIQcDQCABQdbHAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQJBAiABQQlGDQQaIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADHALQc8AIQIgBCABIgBGDW8gBCABayADKAIAIgFqIQYgACABa0EFaiEHA0AgAUHQxwBqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0BIAFBBUYNAiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxvCyAAIQEgA0EANgIADDMLQQELOgAsIANBADYCACAHQQFqIQELQS0hAgxSCwJAA0AgAS0AAEHQxQBqLQAAQQFHDQEgBCABQQFqIgFHDQALQc0AIQIMawtBwgAhAgxRCyABIARGBEBBzAAhAgxqCyABLQAAQTpGBEAgAygCBCEAIANBADYCBCADIAAgARAwIgBFDTMgA0HLADYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxqCyADQQA2AhwgAyABNgIUIANB5xE2AhAgA0EKNgIMQQAhAgxpCwJAAkAgAy0ALEECaw4CAAEnCyADQTNqLQAAQQJxRQ0mIAMtAC5BAnENJiADQQA2AhwgAyABNgIUIANBphQ2AhAgA0ELNgIMQQAhAgxpCyADLQAyQSBxRQ0lIAMtAC5BAnENJSADQQA2AhwgAyABNgIUIANBvRM2AhAgA0EPNgIMQQAhAgxoC0EAIQACQCADKAI4IgJFDQAgAigCSCICRQ0AIAMgAhEAACEACyAARQRAQcEAIQIMTwsgAEEVRwRAIANBADYCHCADIAE2AhQgA0GmDzYCECADQRw2AgxBACECDGgLIANBygA2AhwgAyABNgIUIANBhRw2AhAgA0EVNgIMQQAhAgxnCyABIARHBEAgASECA0AgBCACIgFrQRBOBEAgAUEQaiEC/Qz/////////////////////IAH9AAAAIg1BB/1sIA39DODg4ODg4ODg4ODg4ODg4OD9bv0MX19fX19fX19fX19fX19fX/0mIA39DAkJCQkJCQkJCQkJCQkJCQn9I/1Q/VL9ZEF/c2giAEEQRg0BIAAgAWohAQwYCyABIARGBEBBxAAhAgxpCyABLQAAQcDBAGotAABBAUcNFyAEIAFBAWoiAkcNAAtBxAAhAgxnC0HEACECDGYLIAEgBEcEQANAAkAgAS0AACIAQSByIAAgAEHBAGtB/wFxQRpJG0H/AXEiAEEJRg0AIABBIEYNAAJAAkACQAJAIABB4wBrDhMAAwMDAwMDAwEDAwMDAwMDAwMCAwsgAUEBaiEBQTYhAgxSCyABQQFqIQFBNyECDFELIAFBAWohAUE4IQIMUAsMFQsgBCABQQFqIgFHDQALQTwhAgxmC0E8IQIMZQsgASAERgRAQcgAIQIMZQsgA0ESNgIIIAMgATYCBAJAAkACQAJAAkAgAy0ALEEBaw4EFAABAgkLIAMtADJBIHENA0HgASECDE8LAkAgAy8BMiIAQQhxRQ0AIAMtAChBAUcNACADLQAuQQhxRQ0CCyADIABB9/sDcUGABHI7ATIMCwsgAyADLwEyQRByOwEyDAQLIANBADYCBCADIAEgARAxIgAEQCADQcEANgIcIAMgADYCDCADIAFBAWo2AhRBACECDGYLIAFBAWohAQxYCyADQQA2AhwgAyABNgIUIANB9BM2AhAgA0EENgIMQQAhAgxkC0HHACECIAEgBEYNYyADKAIAIgAgBCABa2ohBSABIABrQQZqIQYCQANAIABBwMUAai0AACABLQAAQSByRw0BIABBBkYNSiAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAxkCyADQQA2AgAMBQsCQCABIARHBEADQCABLQAAQcDDAGotAAAiAEEBRwRAIABBAkcNAyABQQFqIQEMBQsgBCABQQFqIgFHDQALQcUAIQIMZAtBxQAhAgxjCwsgA0EAOgAsDAELQQshAgxHC0E/IQIMRgsCQAJAA0AgAS0AACIAQSBHBEACQCAAQQprDgQDBQUDAAsgAEEsRg0DDAQLIAQgAUEBaiIBRw0AC0HGACECDGALIANBCDoALAwOCyADLQAoQQFHDQIgAy0ALkEIcQ0CIAMoAgQhACADQQA2AgQgAyAAIAEQMSIABEAgA0HCADYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxfCyABQQFqIQEMUAtBOyECDEQLAkADQCABLQAAIgBBIEcgAEEJR3ENASAEIAFBAWoiAUcNAAtBwwAhAgxdCwtBPCECDEILAkACQCABIARHBEADQCABLQAAIgBBIEcEQCAAQQprDgQDBAQDBAsgBCABQQFqIgFHDQALQT8hAgxdC0E/IQIMXAsgAyADLwEyQSByOwEyDAoLIAMoAgQhACADQQA2AgQgAyAAIAEQMSIARQ1OIANBPjYCHCADIAE2AhQgAyAANgIMQQAhAgxaCwJAIAEgBEcEQANAIAEtAABBwMMAai0AACIAQQFHBEAgAEECRg0DDAwLIAQgAUEBaiIBRw0AC0E3IQIMWwtBNyECDFoLIAFBAWohAQwEC0E7IQIgBCABIgBGDVggBCABayADKAIAIgFqIQYgACABa0EFaiEHAkADQCABQZDIAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQEgAUEFRgRAQQchAQw/CyABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxZCyADQQA2AgAgACEBDAULQTohAiAEIAEiAEYNVyAEIAFrIAMoAgAiAWohBiAAIAFrQQhqIQcCQANAIAFBtMEAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQhGBEBBBSEBDD4LIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADFgLIANBADYCACAAIQEMBAtBOSECIAQgASIARg1WIAQgAWsgAygCACIBaiEGIAAgAWtBA2ohBwJAA0AgAUGwwQBqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0BIAFBA0YEQEEGIQEMPQsgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMVwsgA0EANgIAIAAhAQwDCwJAA0AgAS0AACIAQSBHBEAgAEEKaw4EBwQEBwILIAQgAUEBaiIBRw0AC0E4IQIMVgsgAEEsRw0BIAFBAWohAEEBIQECQAJAAkACQAJAIAMtACxBBWsOBAMBAgQACyAAIQEMBAtBAiEBDAELQQQhAQsgA0EBOgAsIAMgAy8BMiABcjsBMiAAIQEMAQsgAyADLwEyQQhyOwEyIAAhAQtBPiECDDsLIANBADoALAtBOSECDDkLIAEgBEYEQEE2IQIMUgsCQAJAAkACQAJAIAEtAABBCmsOBAACAgECCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUNAiADQTM2AhwgAyABNgIUIAMgADYCDEEAIQIMVQsgAygCBCEAIANBADYCBCADIAAgARAxIgBFBEAgAUEBaiEBDAYLIANBMjYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxUCyADLQAuQQFxBEBB3wEhAgw7CyADKAIEIQAgA0EANgIEIAMgACABEDEiAA0BDEkLQTQhAgw5CyADQTU2AhwgAyABNgIUIAMgADYCDEEAIQIMUQtBNSECDDcLIANBL2otAABBAXENACADQQA2AhwgAyABNgIUIANB6xY2AhAgA0EZNgIMQQAhAgxPC0EzIQIMNQsgASAERgRAQTIhAgxOCwJAIAEtAABBCkYEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQZIXNgIQIANBAzYCDEEAIQIMTgtBMiECDDQLIAEgBEYEQEExIQIMTQsCQCABLQAAIgBBCUYNACAAQSBGDQBBASECAkAgAy0ALEEFaw4EBgQFAA0LIAMgAy8BMkEIcjsBMgwMCyADLQAuQQFxRQ0BIAMtACxBCEcNACADQQA6ACwLQT0hAgwyCyADQQA2AhwgAyABNgIUIANBwhY2AhAgA0EKNgIMQQAhAgxKC0ECIQIMAQtBBCECCyADQQE6ACwgAyADLwEyIAJyOwEyDAYLIAEgBEYEQEEwIQIMRwsgAS0AAEEKRgRAIAFBAWohAQwBCyADLQAuQQFxDQAgA0EANgIcIAMgATYCFCADQdwoNgIQIANBAjYCDEEAIQIMRgtBMCECDCwLIAFBAWohAUExIQIMKwsgASAERgRAQS8hAgxECyABLQAAIgBBCUcgAEEgR3FFBEAgAUEBaiEBIAMtAC5BAXENASADQQA2AhwgAyABNgIUIANBlxA2AhAgA0EKNgIMQQAhAgxEC0EBIQICQAJAAkACQAJAAkAgAy0ALEECaw4HBQQEAwECAAQLIAMgAy8BMkEIcjsBMgwDC0ECIQIMAQtBBCECCyADQQE6ACwgAyADLwEyIAJyOwEyC0EvIQIMKwsgA0EANgIcIAMgATYCFCADQYQTNgIQIANBCzYCDEEAIQIMQwtB4QEhAgwpCyABIARGBEBBLiECDEILIANBADYCBCADQRI2AgggAyABIAEQMSIADQELQS4hAgwnCyADQS02AhwgAyABNgIUIAMgADYCDEEAIQIMPwtBACEAAkAgAygCOCICRQ0AIAIoAkwiAkUNACADIAIRAAAhAAsgAEUNACAAQRVHDQEgA0HYADYCHCADIAE2AhQgA0GzGzYCECADQRU2AgxBACECDD4LQcwAIQIMJAsgA0EANgIcIAMgATYCFCADQbMONgIQIANBHTYCDEEAIQIMPAsgASAERgRAQc4AIQIMPAsgAS0AACIAQSBGDQIgAEE6Rg0BCyADQQA6ACxBCSECDCELIAMoAgQhACADQQA2AgQgAyAAIAEQMCIADQEMAgsgAy0ALkEBcQRAQd4BIQIMIAsgAygCBCEAIANBADYCBCADIAAgARAwIgBFDQIgA0EqNgIcIAMgADYCDCADIAFBAWo2AhRBACECDDgLIANBywA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMNwsgAUEBaiEBQcAAIQIMHQsgAUEBaiEBDCwLIAEgBEYEQEErIQIMNQsCQCABLQAAQQpGBEAgAUEBaiEBDAELIAMtAC5BwABxRQ0GCyADLQAyQYABcQRAQQAhAAJAIAMoAjgiAkUNACACKAJcIgJFDQAgAyACEQAAIQALIABFDRIgAEEVRgRAIANBBTYCHCADIAE2AhQgA0GbGzYCECADQRU2AgxBACECDDYLIANBADYCHCADIAE2AhQgA0GQDjYCECADQRQ2AgxBACECDDULIANBMmohAiADEDVBACEAAkAgAygCOCIGRQ0AIAYoAigiBkUNACADIAYRAAAhAAsgAA4WAgEABAQEBAQEBAQEBAQEBAQEBAQEAwQLIANBAToAMAsgAiACLwEAQcAAcjsBAAtBKyECDBgLIANBKTYCHCADIAE2AhQgA0GsGTYCECADQRU2AgxBACECDDALIANBADYCHCADIAE2AhQgA0HlCzYCECADQRE2AgxBACECDC8LIANBADYCHCADIAE2AhQgA0GlCzYCECADQQI2AgxBACECDC4LQQEhByADLwEyIgVBCHFFBEAgAykDIEIAUiEHCwJAIAMtADAEQEEBIQAgAy0AKUEFRg0BIAVBwABxRSAHcUUNAQsCQCADLQAoIgJBAkYEQEEBIQAgAy8BNCIGQeUARg0CQQAhACAFQcAAcQ0CIAZB5ABGDQIgBkHmAGtBAkkNAiAGQcwBRg0CIAZBsAJGDQIMAQtBACEAIAVBwABxDQELQQIhACAFQQhxDQAgBUGABHEEQAJAIAJBAUcNACADLQAuQQpxDQBBBSEADAILQQQhAAwBCyAFQSBxRQRAIAMQNkEAR0ECdCEADAELQQBBAyADKQMgUBshAAsgAEEBaw4FAgAHAQMEC0ERIQIMEwsgA0EBOgAxDCkLQQAhAgJAIAMoAjgiAEUNACAAKAIwIgBFDQAgAyAAEQAAIQILIAJFDSYgAkEVRgRAIANBAzYCHCADIAE2AhQgA0HSGzYCECADQRU2AgxBACECDCsLQQAhAiADQQA2AhwgAyABNgIUIANB3Q42AhAgA0ESNgIMDCoLIANBADYCHCADIAE2AhQgA0H5IDYCECADQQ82AgxBACECDCkLQQAhAAJAIAMoAjgiAkUNACACKAIwIgJFDQAgAyACEQAAIQALIAANAQtBDiECDA4LIABBFUYEQCADQQI2AhwgAyABNgIUIANB0hs2AhAgA0EVNgIMQQAhAgwnCyADQQA2AhwgAyABNgIUIANB3Q42AhAgA0ESNgIMQQAhAgwmC0EqIQIMDAsgASAERwRAIANBCTYCCCADIAE2AgRBKSECDAwLQSYhAgwkCyADIAMpAyAiDCAEIAFrrSIKfSILQgAgCyAMWBs3AyAgCiAMVARAQSUhAgwkCyADKAIEIQAgA0EANgIEIAMgACABIAynaiIBEDIiAEUNACADQQU2AhwgAyABNgIUIAMgADYCDEEAIQIMIwtBDyECDAkLQgAhCgJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCABLQAAQTBrDjcXFgABAgMEBQYHFBQUFBQUFAgJCgsMDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUDg8QERITFAtCAiEKDBYLQgMhCgwVC0IEIQoMFAtCBSEKDBMLQgYhCgwSC0IHIQoMEQtCCCEKDBALQgkhCgwPC0IKIQoMDgtCCyEKDA0LQgwhCgwMC0INIQoMCwtCDiEKDAoLQg8hCgwJC0IKIQoMCAtCCyEKDAcLQgwhCgwGC0INIQoMBQtCDiEKDAQLQg8hCgwDCyADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMQQAhAgwhCyABIARGBEBBIiECDCELQgAhCgJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAS0AAEEwaw43FRQAAQIDBAUGBxYWFhYWFhYICQoLDA0WFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFg4PEBESExYLQgIhCgwUC0IDIQoMEwtCBCEKDBILQgUhCgwRC0IGIQoMEAtCByEKDA8LQgghCgwOC0IJIQoMDQtCCiEKDAwLQgshCgwLC0IMIQoMCgtCDSEKDAkLQg4hCgwIC0IPIQoMBwtCCiEKDAYLQgshCgwFC0IMIQoMBAtCDSEKDAMLQg4hCgwCC0IPIQoMAQtCASEKCyABQQFqIQEgAykDICILQv//////////D1gEQCADIAtCBIYgCoQ3AyAMAgsgA0EANgIcIAMgATYCFCADQbUJNgIQIANBDDYCDEEAIQIMHgtBJyECDAQLQSghAgwDCyADIAE6ACwgA0EANgIAIAdBAWohAUEMIQIMAgsgA0EANgIAIAZBAWohAUEKIQIMAQsgAUEBaiEBQQghAgwACwALQQAhAiADQQA2AhwgAyABNgIUIANBsjg2AhAgA0EINgIMDBcLQQAhAiADQQA2AhwgAyABNgIUIANBgxE2AhAgA0EJNgIMDBYLQQAhAiADQQA2AhwgAyABNgIUIANB3wo2AhAgA0EJNgIMDBULQQAhAiADQQA2AhwgAyABNgIUIANB7RA2AhAgA0EJNgIMDBQLQQAhAiADQQA2AhwgAyABNgIUIANB0hE2AhAgA0EJNgIMDBMLQQAhAiADQQA2AhwgAyABNgIUIANBsjg2AhAgA0EINgIMDBILQQAhAiADQQA2AhwgAyABNgIUIANBgxE2AhAgA0EJNgIMDBELQQAhAiADQQA2AhwgAyABNgIUIANB3wo2AhAgA0EJNgIMDBALQQAhAiADQQA2AhwgAyABNgIUIANB7RA2AhAgA0EJNgIMDA8LQQAhAiADQQA2AhwgAyABNgIUIANB0hE2AhAgA0EJNgIMDA4LQQAhAiADQQA2AhwgAyABNgIUIANBuRc2AhAgA0EPNgIMDA0LQQAhAiADQQA2AhwgAyABNgIUIANBuRc2AhAgA0EPNgIMDAwLQQAhAiADQQA2AhwgAyABNgIUIANBmRM2AhAgA0ELNgIMDAsLQQAhAiADQQA2AhwgAyABNgIUIANBnQk2AhAgA0ELNgIMDAoLQQAhAiADQQA2AhwgAyABNgIUIANBlxA2AhAgA0EKNgIMDAkLQQAhAiADQQA2AhwgAyABNgIUIANBsRA2AhAgA0EKNgIMDAgLQQAhAiADQQA2AhwgAyABNgIUIANBux02AhAgA0ECNgIMDAcLQQAhAiADQQA2AhwgAyABNgIUIANBlhY2AhAgA0ECNgIMDAYLQQAhAiADQQA2AhwgAyABNgIUIANB+Rg2AhAgA0ECNgIMDAULQQAhAiADQQA2AhwgAyABNgIUIANBxBg2AhAgA0ECNgIMDAQLIANBAjYCHCADIAE2AhQgA0GpHjYCECADQRY2AgxBACECDAMLQd4AIQIgASAERg0CIAlBCGohByADKAIAIQUCQAJAIAEgBEcEQCAFQZbIAGohCCAEIAVqIAFrIQYgBUF/c0EKaiIFIAFqIQADQCABLQAAIAgtAABHBEBBAiEIDAMLIAVFBEBBACEIIAAhAQwDCyAFQQFrIQUgCEEBaiEIIAQgAUEBaiIBRw0ACyAGIQUgBCEBCyAHQQE2AgAgAyAFNgIADAELIANBADYCACAHIAg2AgALIAcgATYCBCAJKAIMIQACQAJAIAkoAghBAWsOAgQBAAsgA0EANgIcIANBwh42AhAgA0EXNgIMIAMgAEEBajYCFEEAIQIMAwsgA0EANgIcIAMgADYCFCADQdceNgIQIANBCTYCDEEAIQIMAgsgASAERgRAQSghAgwCCyADQQk2AgggAyABNgIEQSchAgwBCyABIARGBEBBASECDAELA0ACQAJAAkAgAS0AAEEKaw4EAAEBAAELIAFBAWohAQwBCyABQQFqIQEgAy0ALkEgcQ0AQQAhAiADQQA2AhwgAyABNgIUIANBoSE2AhAgA0EFNgIMDAILQQEhAiABIARHDQALCyAJQRBqJAAgAkUEQCADKAIMIQAMAQsgAyACNgIcQQAhACADKAIEIgFFDQAgAyABIAQgAygCCBEBACIBRQ0AIAMgBDYCFCADIAE2AgwgASEACyAAC74CAQJ/IABBADoAACAAQeQAaiIBQQFrQQA6AAAgAEEAOgACIABBADoAASABQQNrQQA6AAAgAUECa0EAOgAAIABBADoAAyABQQRrQQA6AABBACAAa0EDcSIBIABqIgBBADYCAEHkACABa0F8cSICIABqIgFBBGtBADYCAAJAIAJBCUkNACAAQQA2AgggAEEANgIEIAFBCGtBADYCACABQQxrQQA2AgAgAkEZSQ0AIABBADYCGCAAQQA2AhQgAEEANgIQIABBADYCDCABQRBrQQA2AgAgAUEUa0EANgIAIAFBGGtBADYCACABQRxrQQA2AgAgAiAAQQRxQRhyIgJrIgFBIEkNACAAIAJqIQADQCAAQgA3AxggAEIANwMQIABCADcDCCAAQgA3AwAgAEEgaiEAIAFBIGsiAUEfSw0ACwsLVgEBfwJAIAAoAgwNAAJAAkACQAJAIAAtADEOAwEAAwILIAAoAjgiAUUNACABKAIwIgFFDQAgACABEQAAIgENAwtBAA8LAAsgAEHKGTYCEEEOIQELIAELGgAgACgCDEUEQCAAQd4fNgIQIABBFTYCDAsLFAAgACgCDEEVRgRAIABBADYCDAsLFAAgACgCDEEWRgRAIABBADYCDAsLBwAgACgCDAsHACAAKAIQCwkAIAAgATYCEAsHACAAKAIUCysAAkAgAEEnTw0AQv//////CSAArYhCAYNQDQAgAEECdEHQOGooAgAPCwALFwAgAEEvTwRAAAsgAEECdEHsOWooAgALvwkBAX9B9C0hAQJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIABB5ABrDvQDY2IAAWFhYWFhYQIDBAVhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhBgcICQoLDA0OD2FhYWFhEGFhYWFhYWFhYWFhEWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYRITFBUWFxgZGhthYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2YTc4OTphYWFhYWFhYTthYWE8YWFhYT0+P2FhYWFhYWFhQGFhQWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYUJDREVGR0hJSktMTU5PUFFSU2FhYWFhYWFhVFVWV1hZWlthXF1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFeYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhX2BhC0HqLA8LQZgmDwtB7TEPC0GgNw8LQckpDwtBtCkPC0GWLQ8LQesrDwtBojUPC0HbNA8LQeApDwtB4yQPC0HVJA8LQe4kDwtB5iUPC0HKNA8LQdA3DwtBqjUPC0H1LA8LQfYmDwtBgiIPC0HyMw8LQb4oDwtB5zcPC0HNIQ8LQcAhDwtBuCUPC0HLJQ8LQZYkDwtBjzQPC0HNNQ8LQd0qDwtB7jMPC0GcNA8LQZ4xDwtB9DUPC0HlIg8LQa8lDwtBmTEPC0GyNg8LQfk2DwtBxDIPC0HdLA8LQYIxDwtBwTEPC0GNNw8LQckkDwtB7DYPC0HnKg8LQcgjDwtB4iEPC0HJNw8LQaUiDwtBlCIPC0HbNg8LQd41DwtBhiYPC0G8Kw8LQYsyDwtBoCMPC0H2MA8LQYAsDwtBiSsPC0GkJg8LQfIjDwtBgSgPC0GrMg8LQesnDwtBwjYPC0GiJA8LQc8qDwtB3CMPC0GHJw8LQeQ0DwtBtyIPC0GtMQ8LQdUiDwtBrzQPC0HeJg8LQdYyDwtB9DQPC0GBOA8LQfQ3DwtBkjYPC0GdJw8LQYIpDwtBjSMPC0HXMQ8LQb01DwtBtDcPC0HYMA8LQbYnDwtBmjgPC0GnKg8LQcQnDwtBriMPC0H1Ig8LAAtByiYhAQsgAQsXACAAIAAvAS5B/v8DcSABQQBHcjsBLgsaACAAIAAvAS5B/f8DcSABQQBHQQF0cjsBLgsaACAAIAAvAS5B+/8DcSABQQBHQQJ0cjsBLgsaACAAIAAvAS5B9/8DcSABQQBHQQN0cjsBLgsaACAAIAAvAS5B7/8DcSABQQBHQQR0cjsBLgsaACAAIAAvAS5B3/8DcSABQQBHQQV0cjsBLgsaACAAIAAvAS5Bv/8DcSABQQBHQQZ0cjsBLgsaACAAIAAvAS5B//4DcSABQQBHQQd0cjsBLgsaACAAIAAvAS5B//0DcSABQQBHQQh0cjsBLgsaACAAIAAvAS5B//sDcSABQQBHQQl0cjsBLgs+AQJ/AkAgACgCOCIDRQ0AIAMoAgQiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQeESNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAggiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQfwRNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAgwiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQewKNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhAiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQfoeNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhQiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQcsQNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhgiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQbcfNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAhwiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQb8VNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAiwiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQf4INgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAiAiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQYwdNgIQQRghBAsgBAs+AQJ/AkAgACgCOCIDRQ0AIAMoAiQiA0UNACAAIAEgAiABayADEQEAIgRBf0cNACAAQeYVNgIQQRghBAsgBAs4ACAAAn8gAC8BMkEUcUEURgRAQQEgAC0AKEEBRg0BGiAALwE0QeUARgwBCyAALQApQQVGCzoAMAtZAQJ/AkAgAC0AKEEBRg0AIAAvATQiAUHkAGtB5ABJDQAgAUHMAUYNACABQbACRg0AIAAvATIiAEHAAHENAEEBIQIgAEGIBHFBgARGDQAgAEEocUUhAgsgAguMAQECfwJAAkACQCAALQAqRQ0AIAAtACtFDQAgAC8BMiIBQQJxRQ0BDAILIAAvATIiAUEBcUUNAQtBASECIAAtAChBAUYNACAALwE0IgBB5ABrQeQASQ0AIABBzAFGDQAgAEGwAkYNACABQcAAcQ0AQQAhAiABQYgEcUGABEYNACABQShxQQBHIQILIAILcwAgAEEQav0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAP0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEEwav0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEEgav0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEH9ATYCHAsGACAAEDoLmi0BC38jAEEQayIKJABB3NUAKAIAIglFBEBBnNkAKAIAIgVFBEBBqNkAQn83AgBBoNkAQoCAhICAgMAANwIAQZzZACAKQQhqQXBxQdiq1aoFcyIFNgIAQbDZAEEANgIAQYDZAEEANgIAC0GE2QBBwNkENgIAQdTVAEHA2QQ2AgBB6NUAIAU2AgBB5NUAQX82AgBBiNkAQcCmAzYCAANAIAFBgNYAaiABQfTVAGoiAjYCACACIAFB7NUAaiIDNgIAIAFB+NUAaiADNgIAIAFBiNYAaiABQfzVAGoiAzYCACADIAI2AgAgAUGQ1gBqIAFBhNYAaiICNgIAIAIgAzYCACABQYzWAGogAjYCACABQSBqIgFBgAJHDQALQczZBEGBpgM2AgBB4NUAQazZACgCADYCAEHQ1QBBgKYDNgIAQdzVAEHI2QQ2AgBBzP8HQTg2AgBByNkEIQkLAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAEHsAU0EQEHE1QAoAgAiBkEQIABBE2pBcHEgAEELSRsiBEEDdiIAdiIBQQNxBEACQCABQQFxIAByQQFzIgJBA3QiAEHs1QBqIgEgAEH01QBqKAIAIgAoAggiA0YEQEHE1QAgBkF+IAJ3cTYCAAwBCyABIAM2AgggAyABNgIMCyAAQQhqIQEgACACQQN0IgJBA3I2AgQgACACaiIAIAAoAgRBAXI2AgQMEQtBzNUAKAIAIgggBE8NASABBEACQEECIAB0IgJBACACa3IgASAAdHFoIgBBA3QiAkHs1QBqIgEgAkH01QBqKAIAIgIoAggiA0YEQEHE1QAgBkF+IAB3cSIGNgIADAELIAEgAzYCCCADIAE2AgwLIAIgBEEDcjYCBCAAQQN0IgAgBGshBSAAIAJqIAU2AgAgAiAEaiIEIAVBAXI2AgQgCARAIAhBeHFB7NUAaiEAQdjVACgCACEDAn9BASAIQQN2dCIBIAZxRQRAQcTVACABIAZyNgIAIAAMAQsgACgCCAsiASADNgIMIAAgAzYCCCADIAA2AgwgAyABNgIICyACQQhqIQFB2NUAIAQ2AgBBzNUAIAU2AgAMEQtByNUAKAIAIgtFDQEgC2hBAnRB9NcAaigCACIAKAIEQXhxIARrIQUgACECA0ACQCACKAIQIgFFBEAgAkEUaigCACIBRQ0BCyABKAIEQXhxIARrIgMgBUkhAiADIAUgAhshBSABIAAgAhshACABIQIMAQsLIAAoAhghCSAAKAIMIgMgAEcEQEHU1QAoAgAaIAMgACgCCCIBNgIIIAEgAzYCDAwQCyAAQRRqIgIoAgAiAUUEQCAAKAIQIgFFDQMgAEEQaiECCwNAIAIhByABIgNBFGoiAigCACIBDQAgA0EQaiECIAMoAhAiAQ0ACyAHQQA2AgAMDwtBfyEEIABBv39LDQAgAEETaiIBQXBxIQRByNUAKAIAIghFDQBBACAEayEFAkACQAJAAn9BACAEQYACSQ0AGkEfIARB////B0sNABogBEEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+agsiBkECdEH01wBqKAIAIgJFBEBBACEBQQAhAwwBC0EAIQEgBEEZIAZBAXZrQQAgBkEfRxt0IQBBACEDA0ACQCACKAIEQXhxIARrIgcgBU8NACACIQMgByIFDQBBACEFIAIhAQwDCyABIAJBFGooAgAiByAHIAIgAEEddkEEcWpBEGooAgAiAkYbIAEgBxshASAAQQF0IQAgAg0ACwsgASADckUEQEEAIQNBAiAGdCIAQQAgAGtyIAhxIgBFDQMgAGhBAnRB9NcAaigCACEBCyABRQ0BCwNAIAEoAgRBeHEgBGsiAiAFSSEAIAIgBSAAGyEFIAEgAyAAGyEDIAEoAhAiAAR/IAAFIAFBFGooAgALIgENAAsLIANFDQAgBUHM1QAoAgAgBGtPDQAgAygCGCEHIAMgAygCDCIARwRAQdTVACgCABogACADKAIIIgE2AgggASAANgIMDA4LIANBFGoiAigCACIBRQRAIAMoAhAiAUUNAyADQRBqIQILA0AgAiEGIAEiAEEUaiICKAIAIgENACAAQRBqIQIgACgCECIBDQALIAZBADYCAAwNC0HM1QAoAgAiAyAETwRAQdjVACgCACEBAkAgAyAEayICQRBPBEAgASAEaiIAIAJBAXI2AgQgASADaiACNgIAIAEgBEEDcjYCBAwBCyABIANBA3I2AgQgASADaiIAIAAoAgRBAXI2AgRBACEAQQAhAgtBzNUAIAI2AgBB2NUAIAA2AgAgAUEIaiEBDA8LQdDVACgCACIDIARLBEAgBCAJaiIAIAMgBGsiAUEBcjYCBEHc1QAgADYCAEHQ1QAgATYCACAJIARBA3I2AgQgCUEIaiEBDA8LQQAhASAEAn9BnNkAKAIABEBBpNkAKAIADAELQajZAEJ/NwIAQaDZAEKAgISAgIDAADcCAEGc2QAgCkEMakFwcUHYqtWqBXM2AgBBsNkAQQA2AgBBgNkAQQA2AgBBgIAECyIAIARBxwBqIgVqIgZBACAAayIHcSICTwRAQbTZAEEwNgIADA8LAkBB/NgAKAIAIgFFDQBB9NgAKAIAIgggAmohACAAIAFNIAAgCEtxDQBBACEBQbTZAEEwNgIADA8LQYDZAC0AAEEEcQ0EAkACQCAJBEBBhNkAIQEDQCABKAIAIgAgCU0EQCAAIAEoAgRqIAlLDQMLIAEoAggiAQ0ACwtBABA7IgBBf0YNBSACIQZBoNkAKAIAIgFBAWsiAyAAcQRAIAIgAGsgACADakEAIAFrcWohBgsgBCAGTw0FIAZB/v///wdLDQVB/NgAKAIAIgMEQEH02AAoAgAiByAGaiEBIAEgB00NBiABIANLDQYLIAYQOyIBIABHDQEMBwsgBiADayAHcSIGQf7///8HSw0EIAYQOyEAIAAgASgCACABKAIEakYNAyAAIQELAkAgBiAEQcgAak8NACABQX9GDQBBpNkAKAIAIgAgBSAGa2pBACAAa3EiAEH+////B0sEQCABIQAMBwsgABA7QX9HBEAgACAGaiEGIAEhAAwHC0EAIAZrEDsaDAQLIAEiAEF/Rw0FDAMLQQAhAwwMC0EAIQAMCgsgAEF/Rw0CC0GA2QBBgNkAKAIAQQRyNgIACyACQf7///8HSw0BIAIQOyEAQQAQOyEBIABBf0YNASABQX9GDQEgACABTw0BIAEgAGsiBiAEQThqTQ0BC0H02ABB9NgAKAIAIAZqIgE2AgBB+NgAKAIAIAFJBEBB+NgAIAE2AgALAkACQAJAQdzVACgCACICBEBBhNkAIQEDQCAAIAEoAgAiAyABKAIEIgVqRg0CIAEoAggiAQ0ACwwCC0HU1QAoAgAiAUEARyAAIAFPcUUEQEHU1QAgADYCAAtBACEBQYjZACAGNgIAQYTZACAANgIAQeTVAEF/NgIAQejVAEGc2QAoAgA2AgBBkNkAQQA2AgADQCABQYDWAGogAUH01QBqIgI2AgAgAiABQezVAGoiAzYCACABQfjVAGogAzYCACABQYjWAGogAUH81QBqIgM2AgAgAyACNgIAIAFBkNYAaiABQYTWAGoiAjYCACACIAM2AgAgAUGM1gBqIAI2AgAgAUEgaiIBQYACRw0AC0F4IABrQQ9xIgEgAGoiAiAGQThrIgMgAWsiAUEBcjYCBEHg1QBBrNkAKAIANgIAQdDVACABNgIAQdzVACACNgIAIAAgA2pBODYCBAwCCyAAIAJNDQAgAiADSQ0AIAEoAgxBCHENAEF4IAJrQQ9xIgAgAmoiA0HQ1QAoAgAgBmoiByAAayIAQQFyNgIEIAEgBSAGajYCBEHg1QBBrNkAKAIANgIAQdDVACAANgIAQdzVACADNgIAIAIgB2pBODYCBAwBCyAAQdTVACgCAEkEQEHU1QAgADYCAAsgACAGaiEDQYTZACEBAkACQAJAA0AgAyABKAIARwRAIAEoAggiAQ0BDAILCyABLQAMQQhxRQ0BC0GE2QAhAQNAIAEoAgAiAyACTQRAIAMgASgCBGoiBSACSw0DCyABKAIIIQEMAAsACyABIAA2AgAgASABKAIEIAZqNgIEIABBeCAAa0EPcWoiCSAEQQNyNgIEIANBeCADa0EPcWoiBiAEIAlqIgRrIQEgAiAGRgRAQdzVACAENgIAQdDVAEHQ1QAoAgAgAWoiADYCACAEIABBAXI2AgQMCAtB2NUAKAIAIAZGBEBB2NUAIAQ2AgBBzNUAQczVACgCACABaiIANgIAIAQgAEEBcjYCBCAAIARqIAA2AgAMCAsgBigCBCIFQQNxQQFHDQYgBUF4cSEIIAVB/wFNBEAgBUEDdiEDIAYoAggiACAGKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwHCyACIAA2AgggACACNgIMDAYLIAYoAhghByAGIAYoAgwiAEcEQCAAIAYoAggiAjYCCCACIAA2AgwMBQsgBkEUaiICKAIAIgVFBEAgBigCECIFRQ0EIAZBEGohAgsDQCACIQMgBSIAQRRqIgIoAgAiBQ0AIABBEGohAiAAKAIQIgUNAAsgA0EANgIADAQLQXggAGtBD3EiASAAaiIHIAZBOGsiAyABayIBQQFyNgIEIAAgA2pBODYCBCACIAVBNyAFa0EPcWpBP2siAyADIAJBEGpJGyIDQSM2AgRB4NUAQazZACgCADYCAEHQ1QAgATYCAEHc1QAgBzYCACADQRBqQYzZACkCADcCACADQYTZACkCADcCCEGM2QAgA0EIajYCAEGI2QAgBjYCAEGE2QAgADYCAEGQ2QBBADYCACADQSRqIQEDQCABQQc2AgAgBSABQQRqIgFLDQALIAIgA0YNACADIAMoAgRBfnE2AgQgAyADIAJrIgU2AgAgAiAFQQFyNgIEIAVB/wFNBEAgBUF4cUHs1QBqIQACf0HE1QAoAgAiAUEBIAVBA3Z0IgNxRQRAQcTVACABIANyNgIAIAAMAQsgACgCCAsiASACNgIMIAAgAjYCCCACIAA2AgwgAiABNgIIDAELQR8hASAFQf///wdNBEAgBUEmIAVBCHZnIgBrdkEBcSAAQQF0a0E+aiEBCyACIAE2AhwgAkIANwIQIAFBAnRB9NcAaiEAQcjVACgCACIDQQEgAXQiBnFFBEAgACACNgIAQcjVACADIAZyNgIAIAIgADYCGCACIAI2AgggAiACNgIMDAELIAVBGSABQQF2a0EAIAFBH0cbdCEBIAAoAgAhAwJAA0AgAyIAKAIEQXhxIAVGDQEgAUEddiEDIAFBAXQhASAAIANBBHFqQRBqIgYoAgAiAw0ACyAGIAI2AgAgAiAANgIYIAIgAjYCDCACIAI2AggMAQsgACgCCCIBIAI2AgwgACACNgIIIAJBADYCGCACIAA2AgwgAiABNgIIC0HQ1QAoAgAiASAETQ0AQdzVACgCACIAIARqIgIgASAEayIBQQFyNgIEQdDVACABNgIAQdzVACACNgIAIAAgBEEDcjYCBCAAQQhqIQEMCAtBACEBQbTZAEEwNgIADAcLQQAhAAsgB0UNAAJAIAYoAhwiAkECdEH01wBqIgMoAgAgBkYEQCADIAA2AgAgAA0BQcjVAEHI1QAoAgBBfiACd3E2AgAMAgsgB0EQQRQgBygCECAGRhtqIAA2AgAgAEUNAQsgACAHNgIYIAYoAhAiAgRAIAAgAjYCECACIAA2AhgLIAZBFGooAgAiAkUNACAAQRRqIAI2AgAgAiAANgIYCyABIAhqIQEgBiAIaiIGKAIEIQULIAYgBUF+cTYCBCABIARqIAE2AgAgBCABQQFyNgIEIAFB/wFNBEAgAUF4cUHs1QBqIQACf0HE1QAoAgAiAkEBIAFBA3Z0IgFxRQRAQcTVACABIAJyNgIAIAAMAQsgACgCCAsiASAENgIMIAAgBDYCCCAEIAA2AgwgBCABNgIIDAELQR8hBSABQf///wdNBEAgAUEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+aiEFCyAEIAU2AhwgBEIANwIQIAVBAnRB9NcAaiEAQcjVACgCACICQQEgBXQiA3FFBEAgACAENgIAQcjVACACIANyNgIAIAQgADYCGCAEIAQ2AgggBCAENgIMDAELIAFBGSAFQQF2a0EAIAVBH0cbdCEFIAAoAgAhAAJAA0AgACICKAIEQXhxIAFGDQEgBUEddiEAIAVBAXQhBSACIABBBHFqQRBqIgMoAgAiAA0ACyADIAQ2AgAgBCACNgIYIAQgBDYCDCAEIAQ2AggMAQsgAigCCCIAIAQ2AgwgAiAENgIIIARBADYCGCAEIAI2AgwgBCAANgIICyAJQQhqIQEMAgsCQCAHRQ0AAkAgAygCHCIBQQJ0QfTXAGoiAigCACADRgRAIAIgADYCACAADQFByNUAIAhBfiABd3EiCDYCAAwCCyAHQRBBFCAHKAIQIANGG2ogADYCACAARQ0BCyAAIAc2AhggAygCECIBBEAgACABNgIQIAEgADYCGAsgA0EUaigCACIBRQ0AIABBFGogATYCACABIAA2AhgLAkAgBUEPTQRAIAMgBCAFaiIAQQNyNgIEIAAgA2oiACAAKAIEQQFyNgIEDAELIAMgBGoiAiAFQQFyNgIEIAMgBEEDcjYCBCACIAVqIAU2AgAgBUH/AU0EQCAFQXhxQezVAGohAAJ/QcTVACgCACIBQQEgBUEDdnQiBXFFBEBBxNUAIAEgBXI2AgAgAAwBCyAAKAIICyIBIAI2AgwgACACNgIIIAIgADYCDCACIAE2AggMAQtBHyEBIAVB////B00EQCAFQSYgBUEIdmciAGt2QQFxIABBAXRrQT5qIQELIAIgATYCHCACQgA3AhAgAUECdEH01wBqIQBBASABdCIEIAhxRQRAIAAgAjYCAEHI1QAgBCAIcjYCACACIAA2AhggAiACNgIIIAIgAjYCDAwBCyAFQRkgAUEBdmtBACABQR9HG3QhASAAKAIAIQQCQANAIAQiACgCBEF4cSAFRg0BIAFBHXYhBCABQQF0IQEgACAEQQRxakEQaiIGKAIAIgQNAAsgBiACNgIAIAIgADYCGCACIAI2AgwgAiACNgIIDAELIAAoAggiASACNgIMIAAgAjYCCCACQQA2AhggAiAANgIMIAIgATYCCAsgA0EIaiEBDAELAkAgCUUNAAJAIAAoAhwiAUECdEH01wBqIgIoAgAgAEYEQCACIAM2AgAgAw0BQcjVACALQX4gAXdxNgIADAILIAlBEEEUIAkoAhAgAEYbaiADNgIAIANFDQELIAMgCTYCGCAAKAIQIgEEQCADIAE2AhAgASADNgIYCyAAQRRqKAIAIgFFDQAgA0EUaiABNgIAIAEgAzYCGAsCQCAFQQ9NBEAgACAEIAVqIgFBA3I2AgQgACABaiIBIAEoAgRBAXI2AgQMAQsgACAEaiIHIAVBAXI2AgQgACAEQQNyNgIEIAUgB2ogBTYCACAIBEAgCEF4cUHs1QBqIQFB2NUAKAIAIQMCf0EBIAhBA3Z0IgIgBnFFBEBBxNUAIAIgBnI2AgAgAQwBCyABKAIICyICIAM2AgwgASADNgIIIAMgATYCDCADIAI2AggLQdjVACAHNgIAQczVACAFNgIACyAAQQhqIQELIApBEGokACABC0MAIABFBEA/AEEQdA8LAkAgAEH//wNxDQAgAEEASA0AIABBEHZAACIAQX9GBEBBtNkAQTA2AgBBfw8LIABBEHQPCwALC5lCIgBBgAgLDQEAAAAAAAAAAgAAAAMAQZgICwUEAAAABQBBqAgLCQYAAAAHAAAACABB5AgLwjJJbnZhbGlkIGNoYXIgaW4gdXJsIHF1ZXJ5AFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fYm9keQBDb250ZW50LUxlbmd0aCBvdmVyZmxvdwBDaHVuayBzaXplIG92ZXJmbG93AEludmFsaWQgbWV0aG9kIGZvciBIVFRQL3gueCByZXF1ZXN0AEludmFsaWQgbWV0aG9kIGZvciBSVFNQL3gueCByZXF1ZXN0AEV4cGVjdGVkIFNPVVJDRSBtZXRob2QgZm9yIElDRS94LnggcmVxdWVzdABJbnZhbGlkIGNoYXIgaW4gdXJsIGZyYWdtZW50IHN0YXJ0AEV4cGVjdGVkIGRvdABTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3N0YXR1cwBJbnZhbGlkIHJlc3BvbnNlIHN0YXR1cwBFeHBlY3RlZCBMRiBhZnRlciBoZWFkZXJzAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMAVXNlciBjYWxsYmFjayBlcnJvcgBgb25fcmVzZXRgIGNhbGxiYWNrIGVycm9yAGBvbl9jaHVua19oZWFkZXJgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2JlZ2luYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX3ZhbHVlYCBjYWxsYmFjayBlcnJvcgBgb25fc3RhdHVzX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fdmVyc2lvbl9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3VybF9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3Byb3RvY29sX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9oZWFkZXJfdmFsdWVfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fbWV0aG9kX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25faGVhZGVyX2ZpZWxkX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX25hbWVgIGNhbGxiYWNrIGVycm9yAFVuZXhwZWN0ZWQgY2hhciBpbiB1cmwgc2VydmVyAEludmFsaWQgaGVhZGVyIHZhbHVlIGNoYXIASW52YWxpZCBoZWFkZXIgZmllbGQgY2hhcgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3ZlcnNpb24ASW52YWxpZCBtaW5vciB2ZXJzaW9uAEludmFsaWQgbWFqb3IgdmVyc2lvbgBFeHBlY3RlZCBzcGFjZSBhZnRlciB2ZXJzaW9uAEV4cGVjdGVkIENSTEYgYWZ0ZXIgdmVyc2lvbgBJbnZhbGlkIEhUVFAgdmVyc2lvbgBJbnZhbGlkIGhlYWRlciB0b2tlbgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3VybABJbnZhbGlkIGNoYXJhY3RlcnMgaW4gdXJsAFVuZXhwZWN0ZWQgc3RhcnQgY2hhciBpbiB1cmwARG91YmxlIEAgaW4gdXJsAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fcHJvdG9jb2wARW1wdHkgQ29udGVudC1MZW5ndGgASW52YWxpZCBjaGFyYWN0ZXIgaW4gQ29udGVudC1MZW5ndGgAVHJhbnNmZXItRW5jb2RpbmcgY2FuJ3QgYmUgcHJlc2VudCB3aXRoIENvbnRlbnQtTGVuZ3RoAER1cGxpY2F0ZSBDb250ZW50LUxlbmd0aABJbnZhbGlkIGNoYXIgaW4gdXJsIHBhdGgAQ29udGVudC1MZW5ndGggY2FuJ3QgYmUgcHJlc2VudCB3aXRoIFRyYW5zZmVyLUVuY29kaW5nAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgc2l6ZQBFeHBlY3RlZCBMRiBhZnRlciBjaHVuayBzaXplAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIHNpemUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfdmFsdWUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9jaHVua19leHRlbnNpb25fdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyB2YWx1ZQBVbmV4cGVjdGVkIHdoaXRlc3BhY2UgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgTEYgYWZ0ZXIgaGVhZGVyIHZhbHVlAEludmFsaWQgYFRyYW5zZmVyLUVuY29kaW5nYCBoZWFkZXIgdmFsdWUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciBjaHVuayBleHRlbnNpb24gdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBxdW90ZSB2YWx1ZQBJbnZhbGlkIHF1b3RlZC1wYWlyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAFBhdXNlZCBieSBvbl9oZWFkZXJzX2NvbXBsZXRlAEludmFsaWQgRU9GIHN0YXRlAG9uX3Jlc2V0IHBhdXNlAG9uX2NodW5rX2hlYWRlciBwYXVzZQBvbl9tZXNzYWdlX2JlZ2luIHBhdXNlAG9uX2NodW5rX2V4dGVuc2lvbl92YWx1ZSBwYXVzZQBvbl9zdGF0dXNfY29tcGxldGUgcGF1c2UAb25fdmVyc2lvbl9jb21wbGV0ZSBwYXVzZQBvbl91cmxfY29tcGxldGUgcGF1c2UAb25fcHJvdG9jb2xfY29tcGxldGUgcGF1c2UAb25fY2h1bmtfY29tcGxldGUgcGF1c2UAb25faGVhZGVyX3ZhbHVlX2NvbXBsZXRlIHBhdXNlAG9uX21lc3NhZ2VfY29tcGxldGUgcGF1c2UAb25fbWV0aG9kX2NvbXBsZXRlIHBhdXNlAG9uX2hlYWRlcl9maWVsZF9jb21wbGV0ZSBwYXVzZQBvbl9jaHVua19leHRlbnNpb25fbmFtZSBwYXVzZQBVbmV4cGVjdGVkIHNwYWNlIGFmdGVyIHN0YXJ0IGxpbmUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciByZXNwb25zZSBsaW5lAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fY2h1bmtfZXh0ZW5zaW9uX25hbWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBuYW1lAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgZXh0ZW5zaW9uIG5hbWUASW52YWxpZCBzdGF0dXMgY29kZQBQYXVzZSBvbiBDT05ORUNUL1VwZ3JhZGUAUGF1c2Ugb24gUFJJL1VwZ3JhZGUARXhwZWN0ZWQgSFRUUC8yIENvbm5lY3Rpb24gUHJlZmFjZQBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX21ldGhvZABFeHBlY3RlZCBzcGFjZSBhZnRlciBtZXRob2QAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfZmllbGQAUGF1c2VkAEludmFsaWQgd29yZCBlbmNvdW50ZXJlZABJbnZhbGlkIG1ldGhvZCBlbmNvdW50ZXJlZABNaXNzaW5nIGV4cGVjdGVkIENSIGFmdGVyIGNodW5rIGRhdGEARXhwZWN0ZWQgTEYgYWZ0ZXIgY2h1bmsgZGF0YQBVbmV4cGVjdGVkIGNoYXIgaW4gdXJsIHNjaGVtYQBSZXF1ZXN0IGhhcyBpbnZhbGlkIGBUcmFuc2Zlci1FbmNvZGluZ2AARGF0YSBhZnRlciBgQ29ubmVjdGlvbjogY2xvc2VgAFNXSVRDSF9QUk9YWQBVU0VfUFJPWFkATUtBQ1RJVklUWQBVTlBST0NFU1NBQkxFX0VOVElUWQBRVUVSWQBDT1BZAE1PVkVEX1BFUk1BTkVOVExZAFRPT19FQVJMWQBOT1RJRlkARkFJTEVEX0RFUEVOREVOQ1kAQkFEX0dBVEVXQVkAUExBWQBQVVQAQ0hFQ0tPVVQAR0FURVdBWV9USU1FT1VUAFJFUVVFU1RfVElNRU9VVABORVRXT1JLX0NPTk5FQ1RfVElNRU9VVABDT05ORUNUSU9OX1RJTUVPVVQATE9HSU5fVElNRU9VVABORVRXT1JLX1JFQURfVElNRU9VVABQT1NUAE1JU0RJUkVDVEVEX1JFUVVFU1QAQ0xJRU5UX0NMT1NFRF9SRVFVRVNUAENMSUVOVF9DTE9TRURfTE9BRF9CQUxBTkNFRF9SRVFVRVNUAEJBRF9SRVFVRVNUAEhUVFBfUkVRVUVTVF9TRU5UX1RPX0hUVFBTX1BPUlQAUkVQT1JUAElNX0FfVEVBUE9UAFJFU0VUX0NPTlRFTlQATk9fQ09OVEVOVABQQVJUSUFMX0NPTlRFTlQASFBFX0lOVkFMSURfQ09OU1RBTlQASFBFX0NCX1JFU0VUAEdFVABIUEVfU1RSSUNUAENPTkZMSUNUAFRFTVBPUkFSWV9SRURJUkVDVABQRVJNQU5FTlRfUkVESVJFQ1QAQ09OTkVDVABNVUxUSV9TVEFUVVMASFBFX0lOVkFMSURfU1RBVFVTAFRPT19NQU5ZX1JFUVVFU1RTAEVBUkxZX0hJTlRTAFVOQVZBSUxBQkxFX0ZPUl9MRUdBTF9SRUFTT05TAE9QVElPTlMAU1dJVENISU5HX1BST1RPQ09MUwBWQVJJQU5UX0FMU09fTkVHT1RJQVRFUwBNVUxUSVBMRV9DSE9JQ0VTAElOVEVSTkFMX1NFUlZFUl9FUlJPUgBXRUJfU0VSVkVSX1VOS05PV05fRVJST1IAUkFJTEdVTl9FUlJPUgBJREVOVElUWV9QUk9WSURFUl9BVVRIRU5USUNBVElPTl9FUlJPUgBTU0xfQ0VSVElGSUNBVEVfRVJST1IASU5WQUxJRF9YX0ZPUldBUkRFRF9GT1IAU0VUX1BBUkFNRVRFUgBHRVRfUEFSQU1FVEVSAEhQRV9VU0VSAFNFRV9PVEhFUgBIUEVfQ0JfQ0hVTktfSEVBREVSAEV4cGVjdGVkIExGIGFmdGVyIENSAE1LQ0FMRU5EQVIAU0VUVVAAV0VCX1NFUlZFUl9JU19ET1dOAFRFQVJET1dOAEhQRV9DTE9TRURfQ09OTkVDVElPTgBIRVVSSVNUSUNfRVhQSVJBVElPTgBESVNDT05ORUNURURfT1BFUkFUSU9OAE5PTl9BVVRIT1JJVEFUSVZFX0lORk9STUFUSU9OAEhQRV9JTlZBTElEX1ZFUlNJT04ASFBFX0NCX01FU1NBR0VfQkVHSU4AU0lURV9JU19GUk9aRU4ASFBFX0lOVkFMSURfSEVBREVSX1RPS0VOAElOVkFMSURfVE9LRU4ARk9SQklEREVOAEVOSEFOQ0VfWU9VUl9DQUxNAEhQRV9JTlZBTElEX1VSTABCTE9DS0VEX0JZX1BBUkVOVEFMX0NPTlRST0wATUtDT0wAQUNMAEhQRV9JTlRFUk5BTABSRVFVRVNUX0hFQURFUl9GSUVMRFNfVE9PX0xBUkdFX1VOT0ZGSUNJQUwASFBFX09LAFVOTElOSwBVTkxPQ0sAUFJJAFJFVFJZX1dJVEgASFBFX0lOVkFMSURfQ09OVEVOVF9MRU5HVEgASFBFX1VORVhQRUNURURfQ09OVEVOVF9MRU5HVEgARkxVU0gAUFJPUFBBVENIAE0tU0VBUkNIAFVSSV9UT09fTE9ORwBQUk9DRVNTSU5HAE1JU0NFTExBTkVPVVNfUEVSU0lTVEVOVF9XQVJOSU5HAE1JU0NFTExBTkVPVVNfV0FSTklORwBIUEVfSU5WQUxJRF9UUkFOU0ZFUl9FTkNPRElORwBFeHBlY3RlZCBDUkxGAEhQRV9JTlZBTElEX0NIVU5LX1NJWkUATU9WRQBDT05USU5VRQBIUEVfQ0JfU1RBVFVTX0NPTVBMRVRFAEhQRV9DQl9IRUFERVJTX0NPTVBMRVRFAEhQRV9DQl9WRVJTSU9OX0NPTVBMRVRFAEhQRV9DQl9VUkxfQ09NUExFVEUASFBFX0NCX1BST1RPQ09MX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19DT01QTEVURQBIUEVfQ0JfSEVBREVSX1ZBTFVFX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19FWFRFTlNJT05fVkFMVUVfQ09NUExFVEUASFBFX0NCX0NIVU5LX0VYVEVOU0lPTl9OQU1FX0NPTVBMRVRFAEhQRV9DQl9NRVNTQUdFX0NPTVBMRVRFAEhQRV9DQl9NRVRIT0RfQ09NUExFVEUASFBFX0NCX0hFQURFUl9GSUVMRF9DT01QTEVURQBERUxFVEUASFBFX0lOVkFMSURfRU9GX1NUQVRFAElOVkFMSURfU1NMX0NFUlRJRklDQVRFAFBBVVNFAE5PX1JFU1BPTlNFAFVOU1VQUE9SVEVEX01FRElBX1RZUEUAR09ORQBOT1RfQUNDRVBUQUJMRQBTRVJWSUNFX1VOQVZBSUxBQkxFAFJBTkdFX05PVF9TQVRJU0ZJQUJMRQBPUklHSU5fSVNfVU5SRUFDSEFCTEUAUkVTUE9OU0VfSVNfU1RBTEUAUFVSR0UATUVSR0UAUkVRVUVTVF9IRUFERVJfRklFTERTX1RPT19MQVJHRQBSRVFVRVNUX0hFQURFUl9UT09fTEFSR0UAUEFZTE9BRF9UT09fTEFSR0UASU5TVUZGSUNJRU5UX1NUT1JBR0UASFBFX1BBVVNFRF9VUEdSQURFAEhQRV9QQVVTRURfSDJfVVBHUkFERQBTT1VSQ0UAQU5OT1VOQ0UAVFJBQ0UASFBFX1VORVhQRUNURURfU1BBQ0UAREVTQ1JJQkUAVU5TVUJTQ1JJQkUAUkVDT1JEAEhQRV9JTlZBTElEX01FVEhPRABOT1RfRk9VTkQAUFJPUEZJTkQAVU5CSU5EAFJFQklORABVTkFVVEhPUklaRUQATUVUSE9EX05PVF9BTExPV0VEAEhUVFBfVkVSU0lPTl9OT1RfU1VQUE9SVEVEAEFMUkVBRFlfUkVQT1JURUQAQUNDRVBURUQATk9UX0lNUExFTUVOVEVEAExPT1BfREVURUNURUQASFBFX0NSX0VYUEVDVEVEAEhQRV9MRl9FWFBFQ1RFRABDUkVBVEVEAElNX1VTRUQASFBFX1BBVVNFRABUSU1FT1VUX09DQ1VSRUQAUEFZTUVOVF9SRVFVSVJFRABQUkVDT05ESVRJT05fUkVRVUlSRUQAUFJPWFlfQVVUSEVOVElDQVRJT05fUkVRVUlSRUQATkVUV09SS19BVVRIRU5USUNBVElPTl9SRVFVSVJFRABMRU5HVEhfUkVRVUlSRUQAU1NMX0NFUlRJRklDQVRFX1JFUVVJUkVEAFVQR1JBREVfUkVRVUlSRUQAUEFHRV9FWFBJUkVEAFBSRUNPTkRJVElPTl9GQUlMRUQARVhQRUNUQVRJT05fRkFJTEVEAFJFVkFMSURBVElPTl9GQUlMRUQAU1NMX0hBTkRTSEFLRV9GQUlMRUQATE9DS0VEAFRSQU5TRk9STUFUSU9OX0FQUExJRUQATk9UX01PRElGSUVEAE5PVF9FWFRFTkRFRABCQU5EV0lEVEhfTElNSVRfRVhDRUVERUQAU0lURV9JU19PVkVSTE9BREVEAEhFQUQARXhwZWN0ZWQgSFRUUC8sIFJUU1AvIG9yIElDRS8A5xUAAK8VAACkEgAAkhoAACYWAACeFAAA2xkAAHkVAAB+EgAA/hQAADYVAAALFgAA2BYAAPMSAABCGAAArBYAABIVAAAUFwAA7xcAAEgUAABxFwAAshoAAGsZAAB+GQAANRQAAIIaAABEFwAA/RYAAB4YAACHFwAAqhkAAJMSAAAHGAAALBcAAMoXAACkFwAA5xUAAOcVAABYFwAAOxgAAKASAAAtHAAAwxEAAEgRAADeEgAAQhMAAKQZAAD9EAAA9xUAAKUVAADvFgAA+BkAAEoWAABWFgAA9RUAAAoaAAAIGgAAARoAAKsVAABCEgAA1xAAAEwRAAAFGQAAVBYAAB4RAADKGQAAyBkAAE4WAAD/GAAAcRQAAPAVAADuFQAAlBkAAPwVAAC/GQAAmxkAAHwUAABDEQAAcBgAAJUUAAAnFAAAGRQAANUSAADUGQAARBYAAPcQAEG5OwsBAQBB0DsL4AEBAQIBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEDAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBuj0LBAEAAAIAQdE9C14DBAMDAwMDAAADAwADAwADAwMDAwMDAwMDAAUAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAwADAEG6PwsEAQAAAgBB0T8LXgMAAwMDAwMAAAMDAAMDAAMDAwMDAwMDAwMABAAFAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwADAAMAQbDBAAsNbG9zZWVlcC1hbGl2ZQBBycEACwEBAEHgwQAL4AEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBycMACwEBAEHgwwAL5wEBAQEBAQEBAQEBAQECAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAWNodW5rZWQAQfHFAAteAQABAQEBAQAAAQEAAQEAAQEBAQEBAQEBAQAAAAAAAAABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQAAAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAAEAAQBB0McACyFlY3Rpb25lbnQtbGVuZ3Rob25yb3h5LWNvbm5lY3Rpb24AQYDIAAsgcmFuc2Zlci1lbmNvZGluZ3BncmFkZQ0KDQpTTQ0KDQoAQanIAAsFAQIAAQMAQcDIAAtfBAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanKAAsFAQIAAQMAQcDKAAtfBAUFBgUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanMAAsEAQAAAQBBwcwAC14CAgACAgICAgICAgICAgICAgICAgICAgICAgICAgIAAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAEGpzgALBQECAAEDAEHAzgALXwQFAAAFBQUFBQUFBQUFBQYFBQUFBQUFBQUFBQUABQAHCAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQAFAAUABQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAAAAFAEGp0AALBQEBAAEBAEHA0AALAQEAQdrQAAtBAgAAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAQanSAAsFAQEAAQEAQcDSAAsBAQBBytIACwYCAAAAAAIAQeHSAAs6AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAAAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwBBoNQAC50BTk9VTkNFRUNLT1VUTkVDVEVURUNSSUJFTFVTSEVURUFEU0VBUkNIUkdFQ1RJVklUWUxFTkRBUlZFT1RJRllQVElPTlNDSFNFQVlTVEFUQ0hHRVVFUllPUkRJUkVDVE9SVFJDSFBBUkFNRVRFUlVSQ0VCU0NSSUJFQVJET1dOQUNFSU5ETktDS1VCU0NSSUJFVFRQQ0VUU1BBRFRQLw=='

let wasmBuffer

Object.defineProperty(module, 'exports', {
  get: () => {
    return wasmBuffer
      ? wasmBuffer
      : (wasmBuffer = Buffer.from(wasmBase64, 'base64'))
  }
})


/***/ }),

/***/ 50172:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.enumToMap = enumToMap;
function enumToMap(obj, filter = [], exceptions = []) {
    const emptyFilter = (filter?.length ?? 0) === 0;
    const emptyExceptions = (exceptions?.length ?? 0) === 0;
    return Object.fromEntries(Object.entries(obj).filter(([, value]) => {
        return (typeof value === 'number' &&
            (emptyFilter || filter.includes(value)) &&
            (emptyExceptions || !exceptions.includes(value)));
    }));
}


/***/ }),

/***/ 46854:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const {
  kConnected,
  kPending,
  kRunning,
  kSize,
  kFree,
  kQueued
} = __nccwpck_require__(36443)

class ClientStats {
  constructor (client) {
    this.connected = client[kConnected]
    this.pending = client[kPending]
    this.running = client[kRunning]
    this.size = client[kSize]
  }
}

class PoolStats {
  constructor (pool) {
    this.connected = pool[kConnected]
    this.free = pool[kFree]
    this.pending = pool[kPending]
    this.queued = pool[kQueued]
    this.running = pool[kRunning]
    this.size = pool[kSize]
  }
}

module.exports = { ClientStats, PoolStats }


/***/ }),

/***/ 96603:
/***/ ((module) => {



/**
 * This module offers an optimized timer implementation designed for scenarios
 * where high precision is not critical.
 *
 * The timer achieves faster performance by using a low-resolution approach,
 * with an accuracy target of within 500ms. This makes it particularly useful
 * for timers with delays of 1 second or more, where exact timing is less
 * crucial.
 *
 * It's important to note that Node.js timers are inherently imprecise, as
 * delays can occur due to the event loop being blocked by other operations.
 * Consequently, timers may trigger later than their scheduled time.
 */

/**
 * The fastNow variable contains the internal fast timer clock value.
 *
 * @type {number}
 */
let fastNow = 0

/**
 * RESOLUTION_MS represents the target resolution time in milliseconds.
 *
 * @type {number}
 * @default 1000
 */
const RESOLUTION_MS = 1e3

/**
 * TICK_MS defines the desired interval in milliseconds between each tick.
 * The target value is set to half the resolution time, minus 1 ms, to account
 * for potential event loop overhead.
 *
 * @type {number}
 * @default 499
 */
const TICK_MS = (RESOLUTION_MS >> 1) - 1

/**
 * fastNowTimeout is a Node.js timer used to manage and process
 * the FastTimers stored in the `fastTimers` array.
 *
 * @type {NodeJS.Timeout}
 */
let fastNowTimeout

/**
 * The kFastTimer symbol is used to identify FastTimer instances.
 *
 * @type {Symbol}
 */
const kFastTimer = Symbol('kFastTimer')

/**
 * The fastTimers array contains all active FastTimers.
 *
 * @type {FastTimer[]}
 */
const fastTimers = []

/**
 * These constants represent the various states of a FastTimer.
 */

/**
 * The `NOT_IN_LIST` constant indicates that the FastTimer is not included
 * in the `fastTimers` array. Timers with this status will not be processed
 * during the next tick by the `onTick` function.
 *
 * A FastTimer can be re-added to the `fastTimers` array by invoking the
 * `refresh` method on the FastTimer instance.
 *
 * @type {-2}
 */
const NOT_IN_LIST = -2

/**
 * The `TO_BE_CLEARED` constant indicates that the FastTimer is scheduled
 * for removal from the `fastTimers` array. A FastTimer in this state will
 * be removed in the next tick by the `onTick` function and will no longer
 * be processed.
 *
 * This status is also set when the `clear` method is called on the FastTimer instance.
 *
 * @type {-1}
 */
const TO_BE_CLEARED = -1

/**
 * The `PENDING` constant signifies that the FastTimer is awaiting processing
 * in the next tick by the `onTick` function. Timers with this status will have
 * their `_idleStart` value set and their status updated to `ACTIVE` in the next tick.
 *
 * @type {0}
 */
const PENDING = 0

/**
 * The `ACTIVE` constant indicates that the FastTimer is active and waiting
 * for its timer to expire. During the next tick, the `onTick` function will
 * check if the timer has expired, and if so, it will execute the associated callback.
 *
 * @type {1}
 */
const ACTIVE = 1

/**
 * The onTick function processes the fastTimers array.
 *
 * @returns {void}
 */
function onTick () {
  /**
   * Increment the fastNow value by the TICK_MS value, despite the actual time
   * that has passed since the last tick. This approach ensures independence
   * from the system clock and delays caused by a blocked event loop.
   *
   * @type {number}
   */
  fastNow += TICK_MS

  /**
   * The `idx` variable is used to iterate over the `fastTimers` array.
   * Expired timers are removed by replacing them with the last element in the array.
   * Consequently, `idx` is only incremented when the current element is not removed.
   *
   * @type {number}
   */
  let idx = 0

  /**
   * The len variable will contain the length of the fastTimers array
   * and will be decremented when a FastTimer should be removed from the
   * fastTimers array.
   *
   * @type {number}
   */
  let len = fastTimers.length

  while (idx < len) {
    /**
     * @type {FastTimer}
     */
    const timer = fastTimers[idx]

    // If the timer is in the ACTIVE state and the timer has expired, it will
    // be processed in the next tick.
    if (timer._state === PENDING) {
      // Set the _idleStart value to the fastNow value minus the TICK_MS value
      // to account for the time the timer was in the PENDING state.
      timer._idleStart = fastNow - TICK_MS
      timer._state = ACTIVE
    } else if (
      timer._state === ACTIVE &&
      fastNow >= timer._idleStart + timer._idleTimeout
    ) {
      timer._state = TO_BE_CLEARED
      timer._idleStart = -1
      timer._onTimeout(timer._timerArg)
    }

    if (timer._state === TO_BE_CLEARED) {
      timer._state = NOT_IN_LIST

      // Move the last element to the current index and decrement len if it is
      // not the only element in the array.
      if (--len !== 0) {
        fastTimers[idx] = fastTimers[len]
      }
    } else {
      ++idx
    }
  }

  // Set the length of the fastTimers array to the new length and thus
  // removing the excess FastTimers elements from the array.
  fastTimers.length = len

  // If there are still active FastTimers in the array, refresh the Timer.
  // If there are no active FastTimers, the timer will be refreshed again
  // when a new FastTimer is instantiated.
  if (fastTimers.length !== 0) {
    refreshTimeout()
  }
}

function refreshTimeout () {
  // If the fastNowTimeout is already set and the Timer has the refresh()-
  // method available, call it to refresh the timer.
  // Some timer objects returned by setTimeout may not have a .refresh()
  // method (e.g. mocked timers in tests).
  if (fastNowTimeout?.refresh) {
    fastNowTimeout.refresh()
    // fastNowTimeout is not instantiated yet or refresh is not availabe,
    // create a new Timer.
  } else {
    clearTimeout(fastNowTimeout)
    fastNowTimeout = setTimeout(onTick, TICK_MS)
    // If the Timer has an unref method, call it to allow the process to exit,
    // if there are no other active handles. When using fake timers or mocked
    // environments (like Jest), .unref() may not be defined,
    fastNowTimeout?.unref()
  }
}

/**
 * The `FastTimer` class is a data structure designed to store and manage
 * timer information.
 */
class FastTimer {
  [kFastTimer] = true

  /**
   * The state of the timer, which can be one of the following:
   * - NOT_IN_LIST (-2)
   * - TO_BE_CLEARED (-1)
   * - PENDING (0)
   * - ACTIVE (1)
   *
   * @type {-2|-1|0|1}
   * @private
   */
  _state = NOT_IN_LIST

  /**
   * The number of milliseconds to wait before calling the callback.
   *
   * @type {number}
   * @private
   */
  _idleTimeout = -1

  /**
   * The time in milliseconds when the timer was started. This value is used to
   * calculate when the timer should expire.
   *
   * @type {number}
   * @default -1
   * @private
   */
  _idleStart = -1

  /**
   * The function to be executed when the timer expires.
   * @type {Function}
   * @private
   */
  _onTimeout

  /**
   * The argument to be passed to the callback when the timer expires.
   *
   * @type {*}
   * @private
   */
  _timerArg

  /**
   * @constructor
   * @param {Function} callback A function to be executed after the timer
   * expires.
   * @param {number} delay The time, in milliseconds that the timer should wait
   * before the specified function or code is executed.
   * @param {*} arg
   */
  constructor (callback, delay, arg) {
    this._onTimeout = callback
    this._idleTimeout = delay
    this._timerArg = arg

    this.refresh()
  }

  /**
   * Sets the timer's start time to the current time, and reschedules the timer
   * to call its callback at the previously specified duration adjusted to the
   * current time.
   * Using this on a timer that has already called its callback will reactivate
   * the timer.
   *
   * @returns {void}
   */
  refresh () {
    // In the special case that the timer is not in the list of active timers,
    // add it back to the array to be processed in the next tick by the onTick
    // function.
    if (this._state === NOT_IN_LIST) {
      fastTimers.push(this)
    }

    // If the timer is the only active timer, refresh the fastNowTimeout for
    // better resolution.
    if (!fastNowTimeout || fastTimers.length === 1) {
      refreshTimeout()
    }

    // Setting the state to PENDING will cause the timer to be reset in the
    // next tick by the onTick function.
    this._state = PENDING
  }

  /**
   * The `clear` method cancels the timer, preventing it from executing.
   *
   * @returns {void}
   * @private
   */
  clear () {
    // Set the state to TO_BE_CLEARED to mark the timer for removal in the next
    // tick by the onTick function.
    this._state = TO_BE_CLEARED

    // Reset the _idleStart value to -1 to indicate that the timer is no longer
    // active.
    this._idleStart = -1
  }
}

/**
 * This module exports a setTimeout and clearTimeout function that can be
 * used as a drop-in replacement for the native functions.
 */
module.exports = {
  /**
   * The setTimeout() method sets a timer which executes a function once the
   * timer expires.
   * @param {Function} callback A function to be executed after the timer
   * expires.
   * @param {number} delay The time, in milliseconds that the timer should
   * wait before the specified function or code is executed.
   * @param {*} [arg] An optional argument to be passed to the callback function
   * when the timer expires.
   * @returns {NodeJS.Timeout|FastTimer}
   */
  setTimeout (callback, delay, arg) {
    // If the delay is less than or equal to the RESOLUTION_MS value return a
    // native Node.js Timer instance.
    return delay <= RESOLUTION_MS
      ? setTimeout(callback, delay, arg)
      : new FastTimer(callback, delay, arg)
  },
  /**
   * The clearTimeout method cancels an instantiated Timer previously created
   * by calling setTimeout.
   *
   * @param {NodeJS.Timeout|FastTimer} timeout
   */
  clearTimeout (timeout) {
    // If the timeout is a FastTimer, call its own clear method.
    if (timeout[kFastTimer]) {
      /**
       * @type {FastTimer}
       */
      timeout.clear()
      // Otherwise it is an instance of a native NodeJS.Timeout, so call the
      // Node.js native clearTimeout function.
    } else {
      clearTimeout(timeout)
    }
  },
  /**
   * The setFastTimeout() method sets a fastTimer which executes a function once
   * the timer expires.
   * @param {Function} callback A function to be executed after the timer
   * expires.
   * @param {number} delay The time, in milliseconds that the timer should
   * wait before the specified function or code is executed.
   * @param {*} [arg] An optional argument to be passed to the callback function
   * when the timer expires.
   * @returns {FastTimer}
   */
  setFastTimeout (callback, delay, arg) {
    return new FastTimer(callback, delay, arg)
  },
  /**
   * The clearTimeout method cancels an instantiated FastTimer previously
   * created by calling setFastTimeout.
   *
   * @param {FastTimer} timeout
   */
  clearFastTimeout (timeout) {
    timeout.clear()
  },
  /**
   * The now method returns the value of the internal fast timer clock.
   *
   * @returns {number}
   */
  now () {
    return fastNow
  },
  /**
   * Trigger the onTick function to process the fastTimers array.
   * Exported for testing purposes only.
   * Marking as deprecated to discourage any use outside of testing.
   * @deprecated
   * @param {number} [delay=0] The delay in milliseconds to add to the now value.
   */
  tick (delay = 0) {
    fastNow += delay - RESOLUTION_MS + 1
    onTick()
    onTick()
  },
  /**
   * Reset FastTimers.
   * Exported for testing purposes only.
   * Marking as deprecated to discourage any use outside of testing.
   * @deprecated
   */
  reset () {
    fastNow = 0
    fastTimers.length = 0
    clearTimeout(fastNowTimeout)
    fastNowTimeout = null
  },
  /**
   * Exporting for testing purposes only.
   * Marking as deprecated to discourage any use outside of testing.
   * @deprecated
   */
  kFastTimer
}


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = process.getBuiltinModule("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = process.getBuiltinModule("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = process.getBuiltinModule("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = process.getBuiltinModule("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = process.getBuiltinModule("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = process.getBuiltinModule("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = process.getBuiltinModule("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = process.getBuiltinModule("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = process.getBuiltinModule("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = process.getBuiltinModule("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = process.getBuiltinModule("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:http");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:querystring");

/***/ }),

/***/ 26848:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:readline/promises");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:stream/promises");

/***/ }),

/***/ 37830:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:stream/web");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:string_decoder");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:zlib");

/***/ }),

/***/ 14931:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("not-in-the-bundle/body.js");

/***/ }),

/***/ 67039:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("not-in-the-bundle/client-h2.js");

/***/ }),

/***/ 7008:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("not-in-the-bundle/formdata");

/***/ }),

/***/ 67774:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("not-in-the-bundle/llhttp-wasm.js");

/***/ }),

/***/ 33684:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("not-in-the-bundle/parser-h1.js");

/***/ }),

/***/ 53203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("not-in-the-bundle/webidl");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = process.getBuiltinModule("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = process.getBuiltinModule("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = process.getBuiltinModule("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = process.getBuiltinModule("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = process.getBuiltinModule("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = process.getBuiltinModule("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = process.getBuiltinModule("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = process.getBuiltinModule("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = process.getBuiltinModule("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = process.getBuiltinModule("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = process.getBuiltinModule("zlib");

/***/ }),

/***/ 35820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  generate: () => (/* binding */ generate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/files/lost-file.js
var lost_file = __nccwpck_require__(75308);
// EXTERNAL MODULE: ./lib/ledger/record.js
var record = __nccwpck_require__(96852);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __nccwpck_require__(75892);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __nccwpck_require__(38402);
// EXTERNAL MODULE: ./lib/lib/once.js
var once = __nccwpck_require__(16202);
;// CONCATENATED MODULE: ./lib/pipeline/approval.js

async function purchaseOf(tasks, prices) {
    const each = await Promise.all(tasks.map((task) => prices.usd(task)));
    const known = each.filter((price) => price !== null);
    return { requests: tasks.length, usd: (0,figures/* sumUsd */.eg)(known), unpriced: each.length - known.length };
}

// EXTERNAL MODULE: ./lib/tasks/task.js
var tasks_task = __nccwpck_require__(9961);
;// CONCATENATED MODULE: ./lib/pipeline/budget.js



function budgetOf({ maxCost, maxImages }, { least }) {
    let reserved = 0;
    let requests = 0;
    async function add(tasks, refused, kept) {
        if (maxCost === null)
            return;
        const prices = [];
        for (const task of tasks) {
            const price = await least(task);
            if ('why' in price && task.deployment !== null)
                throw billedByTheSecond((0,tasks_task/* makerOf */.Or)(task), kept);
            if ('why' in price)
                throw unknownPrice(task.model, price.why, kept);
            prices.push(price.usd);
        }
        const total = (0,figures/* sumUsd */.eg)([reserved, ...prices]);
        if (total > maxCost)
            throw refused(total, maxCost);
        reserved = total;
    }
    return {
        async reserve(tasks) {
            if (tasks.length > maxImages)
                throw tooMany(tasks.length, maxImages);
            await add(tasks, aboveLimit, 'Nothing was submitted.');
            requests += tasks.length;
        },
        async reserveAnew(task) {
            if (requests >= maxImages)
                throw tooManyAnew(maxImages);
            requests += 1;
            await add([task], aboveLimitAnew, 'It was not submitted.');
        },
    };
}
function aboveLimit(total, limit) {
    return new errors/* ActionError */.lZ('price-limit', `This run would cost at least ${(0,figures/* usd */.dR)(total)}, more than \`max-cost\` (${(0,figures/* usd */.dR)(limit)}).`, {
        advice: 'Nothing was submitted. Request fewer images, or raise `max-cost`.',
    });
}
function aboveLimitAnew(total, limit) {
    return new errors/* ActionError */.lZ('price-limit', `RunComfy no longer has a request that an earlier run paid for. Submitting it again would raise the cost of this run to at least ${(0,figures/* usd */.dR)(total)}, more than \`max-cost\` (${(0,figures/* usd */.dR)(limit)}).`, { advice: 'It was not submitted again. To generate it, raise `max-cost`.' });
}
function tooMany(requests, maxImages) {
    return new errors/* ActionError */.lZ('bad-input', `The manifest needs ${requests} requests, more than \`max-images\` (${maxImages}).`, { advice: 'Nothing was submitted. Raise `max-images`, or select fewer images with `only`.' });
}
function tooManyAnew(maxImages) {
    return new errors/* ActionError */.lZ('price-limit', `RunComfy no longer has a request that an earlier run paid for. Submitting it again would make more requests than \`max-images\` (${maxImages}).`, { advice: 'It was not submitted again. To generate it, raise `max-images`.' });
}
function billedByTheSecond(maker, kept) {
    return new errors/* ActionError */.lZ('price-limit', `What ${maker} costs is not known in advance, since RunComfy bills deployments per second of GPU time: this run may cost more than \`max-cost\`.`, { advice: `${kept} To run anyway, remove \`max-cost\`. \`max-images\` still limits the number of requests.` });
}
function unknownPrice(model, why, kept) {
    const remedy = 'To run anyway, remove `max-cost`. `max-images` still limits the number of requests.';
    const [what, advice] = why instanceof errors/* ActionError */.lZ
        ? [`could not be looked up (${why.message.replace(/\.$/, '')})`, `${why.advice} ${remedy}`]
        : ['is not known', `The reason: ${why}. ${remedy}`];
    return new errors/* ActionError */.lZ('price-limit', `The price of ${model} ${what}, so this run may cost more than \`max-cost\`.`, {
        advice: `${kept} ${advice}`,
    });
}

// EXTERNAL MODULE: ./lib/pipeline/deployments.js
var pipeline_deployments = __nccwpck_require__(41246);
// EXTERNAL MODULE: ./lib/requests/cancel-timetable.js
var cancel_timetable = __nccwpck_require__(3248);
;// CONCATENATED MODULE: ./lib/pipeline/grace.js


function gracePeriods({ clock, log }, { cancelled, forceStop }) {
    const over = new AbortController();
    const downloading = new AbortController();
    const uploading = new AbortController();
    const abortLater = (controller, ms, kind, message) => {
        clock.sleep(ms, over.signal).then(() => controller.abort(new errors/* ActionError */.lZ(kind, message)), () => { });
    };
    const begin = () => {
        log.info('Cancelled: nothing more is submitted, and unfinished requests are cancelled at RunComfy.');
        abortLater(downloading, cancel_timetable/* CANCEL_TIMETABLE */.b.downloadMs, 'cancelled', 'The run was cancelled during the download.');
        const late = 'The artifact was not uploaded: the run was cancelled, and GitHub ends it soon.';
        abortLater(uploading, cancel_timetable/* CANCEL_TIMETABLE */.b.uploadMs, 'artifact-failed', late);
    };
    if (cancelled.aborted)
        begin();
    else
        cancelled.addEventListener('abort', begin, { once: true });
    forceStop.addEventListener('abort', () => {
        downloading.abort(forceStop.reason);
        uploading.abort(forceStop.reason);
    });
    return { downloading: downloading.signal, uploading: uploading.signal, end: () => over.abort() };
}

// EXTERNAL MODULE: ./lib/pipeline/preflight.js
var preflight = __nccwpck_require__(69613);
// EXTERNAL MODULE: ./lib/pipeline/prices.js
var pipeline_prices = __nccwpck_require__(14734);
// EXTERNAL MODULE: ./lib/pipeline/publish.js + 1 modules
var publish = __nccwpck_require__(1355);
// EXTERNAL MODULE: ./lib/files/names.js
var names = __nccwpck_require__(90807);
;// CONCATENATED MODULE: ./lib/pipeline/save-all.js


async function saveAll(tasks, results, options) {
    const claim = (0,names/* nameClaims */.zu)();
    const loadSaveFiles = (0,once/* once */.O)(() => Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(7212), __nccwpck_require__.e(6115)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26115)));
    const indexes = new Map();
    const savings = new Map();
    const outcomes = await Promise.all(tasks.map((task, n) => {
        const before = savings.get(task.id);
        const saving = (async () => {
            await before;
            const generation = await results[n];
            if (generation === undefined)
                throw new Error('a task without a generation');
            if (generation === null)
                return null;
            const index = indexes.get(task.id) ?? 1;
            indexes.set(task.id, index + Math.max(1, generation.files.length));
            const { saveFiles } = await loadSaveFiles();
            const outcome = await saveFiles(generation, index, options, claim);
            await options.onOutcome(outcome);
            return outcome;
        })();
        savings.set(task.id, saving);
        return saving;
    }));
    return outcomes.filter((outcome) => outcome !== null);
}

// EXTERNAL MODULE: ./lib/runcomfy/catalogue.js
var runcomfy_catalogue = __nccwpck_require__(77670);
// EXTERNAL MODULE: ./lib/tasks/recipe.js
var recipe = __nccwpck_require__(12706);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: ./lib/lib/json.js
var json = __nccwpck_require__(68173);
;// CONCATENATED MODULE: ./lib/tasks/seeds.js


const MAX_SEED = 2 ** 31 - 1;
function drawnSeed(schema, asker, recipe, count) {
    const seed = (0,json/* jsonObject */.o$)((0,json/* jsonObject */.o$)(schema?.properties)?.seed);
    const isFixed = typeof seed?.default === 'number' && seed.default >= 0;
    if (seed === null || !isFixed)
        return null;
    const least = typeof seed.minimum === 'number' && seed.minimum > 0 ? Math.ceil(seed.minimum) : 0;
    const maximum = typeof seed.maximum === 'number' ? Math.floor(seed.maximum) : MAX_SEED;
    const room = Math.min(maximum, MAX_SEED) - (count - 1) - least;
    if (room < 0)
        return null;
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([asker, recipe]))
        .digest();
    return least + (digest.readUIntBE(0, 6) % (room + 1));
}

// EXTERNAL MODULE: ./lib/pipeline/known-schema.js + 1 modules
var known_schema = __nccwpck_require__(89606);
;// CONCATENATED MODULE: ./lib/pipeline/single-tasks.js








async function orderedTasks(order, asker, { catalogue, deployments }) {
    const { model, deployment, parameters, files, count } = order;
    if (deployment !== null) {
        const { madeByDeployment } = await Promise.all(/* import() */[__nccwpck_require__.e(3156), __nccwpck_require__.e(3269)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1817));
        const saved = deployment.needsGraph ? await deployments.saved(deployment.id) : null;
        const tasks = (0,tasks_task/* tasksOf */.a4)(order, { madeOf: (sent) => madeByDeployment(deployment, { sent, files, saved }) });
        await refuseRepeats(tasks, deployments);
        return tasks;
    }
    if (count === 1 || Object.hasOwn(parameters, 'seed'))
        return (0,tasks_task/* tasksOf */.a4)(order);
    const schema = (0,known_schema/* schemaWithoutCall */.c)(model) ?? (0,runcomfy_catalogue/* entryIn */.Gi)(await catalogue.entry(model))?.inputSchema ?? null;
    const drawn = drawnSeed(schema, asker, (0,recipe/* recipeHash */.R7)((0,recipe/* recipeOf */.Sx)(model, parameters, files)), count);
    return (0,tasks_task/* tasksOf */.a4)(order, { drawn });
}
async function refuseRepeats(tasks, deployments) {
    const [first, second] = tasks;
    const order = first?.deployment ?? null;
    if (order === null || order.graph === null || second?.recipe !== first?.recipe)
        return;
    const graph = order.graph.graph ?? (await deployments.saved(order.id));
    if (graph === null)
        return;
    const { fixedSeed, nameOf } = await Promise.all(/* import() */[__nccwpck_require__.e(3156), __nccwpck_require__.e(6285)]).then(__nccwpck_require__.bind(__nccwpck_require__, 13156));
    const seed = fixedSeed(graph, order.graph.overrides);
    if (seed === null)
        return;
    const rule = `must be 1 if nothing changes from request to request, because each would be billed for the same picture: set \`seed\`, and say where it goes: \`overrides: { "${nameOf(seed)}": "{seed}" }\``;
    throw new errors/* InputError */.dz([{ input: 'count', value: String(tasks.length), rule }]);
}
async function priceLine(tasks, catalogue, isAsked) {
    const [task] = tasks;
    if (task === undefined || task.deployment !== null || (!isAsked && (0,known_schema/* schemaWithoutCall */.c)(task.model) !== null))
        return [];
    const { usd: priceOf } = (0,pipeline_prices/* pricesOf */._5)(catalogue);
    const price = await priceOf(task);
    const note = (0,pipeline_prices/* priceNote */.Op)(task.model, await catalogue.entry(task.model));
    return [
        price === null ? 'Price: not known.' : `Price: from ${(0,figures/* usd */.dR)((0,figures/* sumUsd */.eg)([price * tasks.length]))}.`,
        ...(note === null ? [] : [`Price of ${note}`]),
    ];
}

// EXTERNAL MODULE: ./lib/pipeline/spending.js
var pipeline_spending = __nccwpck_require__(41520);
// EXTERNAL MODULE: ./lib/pipeline/submit-all.js + 6 modules
var submit_all = __nccwpck_require__(47069);
// EXTERNAL MODULE: ./lib/ledger/who-asks.js
var who_asks = __nccwpck_require__(42388);
;// CONCATENATED MODULE: ./lib/pipeline/work.js




async function workOf(inputs, sources) {
    return inputs.manifest === null ? workOfInputs(inputs, sources) : workOfManifest(inputs.manifest, inputs, sources);
}
async function workOfInputs(inputs, sources) {
    const { identity, workspace, claims } = sources;
    const use = claims.countUse(identity.step);
    const outputDir = workspace.shown(inputs.outputDir);
    const record = (0,who_asks/* stepRecord */.oU)(identity, { matrix: inputs.matrix, use, outputDir, filename: inputs.filename });
    const { order, collect, collectFrom } = inputs;
    const asker = identity.drawsAnew ? `${record} ${identity.runId}` : record;
    const ordered = order === null ? [] : await orderedTasks(order, asker, sources);
    return {
        tasks: collect === null ? ordered : (0,tasks_task/* tasksToCollect */.UQ)(collect, collectFrom),
        record,
        forced: new Set(),
        artifactRoot: inputs.outputDir,
        evidence: [],
        copied: [],
        planned: null,
        decided: () => null,
        ready: async (task) => task,
        settled: () => [],
        befores: new Map(),
        notes: [],
        knownCost: () => null,
        isTaken: (file) => !claims.takeFile(file),
        mayReplace: claims.mayReplace,
        reunited: () => [],
        isWatched: () => false,
        comesFirst: () => false,
        judged: (outcomes) => ({ outcomes, notes: [], refusal: null }),
        landed: async () => { },
        close: async () => { },
        changedLock: () => null,
    };
}
async function workOfManifest(manifest, inputs, sources) {
    const { workspace, temp } = sources;
    const { readWork } = await Promise.all(/* import() */[__nccwpck_require__.e(2368), __nccwpck_require__.e(3075), __nccwpck_require__.e(3156), __nccwpck_require__.e(7212), __nccwpck_require__.e(7401), __nccwpck_require__.e(9149), __nccwpck_require__.e(6902)]).then(__nccwpck_require__.bind(__nccwpck_require__, 79149));
    const { createLockKeeper, judged } = await Promise.all(/* import() */[__nccwpck_require__.e(2368), __nccwpck_require__.e(9017)]).then(__nccwpck_require__.bind(__nccwpck_require__, 99017));
    const { createChainedTasks } = await Promise.all(/* import() */[__nccwpck_require__.e(2368), __nccwpck_require__.e(3075), __nccwpck_require__.e(3156), __nccwpck_require__.e(7212), __nccwpck_require__.e(7401), __nccwpck_require__.e(9149), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 57473));
    const { keepBefores } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(4096), __nccwpck_require__.e(4091)]).then(__nccwpck_require__.bind(__nccwpck_require__, 24091));
    const { plan, tracked, ...work } = await readWork(manifest, inputs, sources, sources.catalogue);
    const keeper = createLockKeeper(plan, workspace);
    const chained = createChainedTasks({ ...sources, plan, keeper });
    const waits = new Set(plan.planned.flatMap(({ id, waitsFor }) => (waitsFor.length > 0 ? [id] : [])));
    return {
        ...work,
        ...keeper,
        record: (0,who_asks/* manifestRecord */.Db)(sources.identity, plan.manifest.file),
        knownCost: (0,pipeline_prices/* costsIn */.wO)(plan.locked),
        forced: new Set(plan.planned.flatMap(({ id, action }) => (action === 'forced' ? [id] : []))),
        artifactRoot: workspace.root,
        evidence: [plan.lockPath],
        mayReplace: true,
        planned: plan.planned,
        decided: keeper.planned,
        ready: chained.ready,
        settled: chained.outcomes,
        async landed(outcome) {
            try {
                await keeper.landed(outcome);
                chained.ended(outcome);
            }
            catch (error) {
                chained.ended({ ...outcome, attempted: false });
                throw error;
            }
        },
        befores: inputs.preview.comment ? await keepBefores(plan.planned, workspace, temp) : new Map(),
        isWatched: ({ id }) => work.watched.has(id),
        comesFirst: ({ id }) => tracked.has(id) && !waits.has(id),
        judged: (outcomes) => judged(outcomes, { planned: keeper.planned, tracked }),
        close: () => keeper.close(inputs.only),
        changedLock: () => (plan.lock.changed() ? workspace.shown(plan.lockPath) : null),
    };
}

// EXTERNAL MODULE: ./lib/report/notes.js
var report_notes = __nccwpck_require__(43731);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __nccwpck_require__(45650);
// EXTERNAL MODULE: ./lib/requests/failures.js
var failures = __nccwpck_require__(58047);
;// CONCATENATED MODULE: ./lib/requests/pacing.js
function fixedPacer(intervalMs) {
    return () => ({ next: (polled) => polled + intervalMs, stopped: () => { } });
}
const SHORTEST_MS = 300;
const LONGEST_MS = 15_000;
const GROWTH = 0.095;
function interval(age) {
    return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, age * GROWTH));
}
const NARROW_MS = 40;
function adaptivePacer() {
    const windows = new Map();
    return (model) => {
        const aims = aimsOf(windows.get(model));
        return {
            next(polled) {
                const regular = polled + interval(polled);
                return aims.find((aim) => aim > polled && aim < regular) ?? regular;
            },
            stopped(before, after) {
                const known = windows.get(model);
                const from = known === undefined ? before : Math.max(before, known.from);
                const to = known === undefined ? after : Math.min(after, known.to);
                windows.set(model, from < to ? { from, to } : { from: before, to: after });
            },
        };
    };
}
function aimsOf(window) {
    if (window === undefined)
        return [];
    const { from, to } = window;
    return to - from < NARROW_MS ? [to] : [from + (to - from) / 2, to];
}

;// CONCATENATED MODULE: ./lib/commands/generate.js
























async function generate(inputs, ports, signals) {
    const { clock, log, journal, identity, claims, temp } = ports;
    const { cancelled } = signals;
    const started = clock.now();
    const patient = (0,runcomfy_catalogue/* createCatalogue */.ST)(ports.service, clock, cancelled);
    const isPriced = inputs.maxCost !== null || ports.approval !== null;
    const catalogue = isPriced ? patient : (0,runcomfy_catalogue/* hastyCatalogue */.JE)(patient, clock);
    const { workspace, redacted } = ports;
    const deployments = (0,pipeline_deployments/* createDeployments */.D)(ports.serverless, cancelled);
    const work = await workOf(inputs, {
        workspace,
        temp,
        redacted,
        identity,
        claims,
        catalogue,
        deployments,
        cancelled,
        log,
    });
    const hasWork = work.tasks.length + work.copied.length > 0;
    const noArtifact = hasWork ? (0,publish/* artifactNote */.J5)(inputs.artifact, ports.artifacts) : null;
    if (noArtifact !== null)
        await log.warning(noArtifact);
    const artifact = noArtifact === null ? inputs.artifact : null;
    const { runId, attempt } = identity;
    const { record, evidence, artifactRoot } = work;
    const apiUrl = inputs.apiUrl.origin;
    const deploymentsUrl = inputs.deploymentsUrl.origin;
    const run = { apiUrl, deploymentsUrl, outputDir: artifactRoot, artifact, evidence, record, runId, attempt };
    journal.write({ entry: 'run', run });
    ports.handOver({ record, 'api-url': apiUrl, 'deployments-url': deploymentsUrl });
    const isSingle = inputs.manifest === null && inputs.collect === null;
    const findings = isSingle ? (0,preflight/* preflight */.M)(work.tasks, catalogue) : Promise.resolve(preflight/* noDoubts */.n);
    findings.catch(() => { });
    const ledger = await ports.openLedger(work);
    const grace = gracePeriods(ports, signals);
    const made = await makeAll(work, {
        inputs,
        ports,
        signals,
        ledger,
        catalogue,
        deployments,
        findings,
        downloading: grace.downloading,
        artifact,
        isPriced,
    });
    const { uploadAll } = await __nccwpck_require__.e(/* import() */ 8233).then(__nccwpck_require__.bind(__nccwpck_require__, 78233));
    const upload = await uploadAll({ runResult: made.runResult, artifact, root: artifactRoot, besides: evidence }, ports, grace.uploading);
    if (upload.failure === null || !cancelled.aborted)
        journal.write({ entry: 'uploaded' });
    grace.end();
    await ledger.close();
    ports.narrator.over(made.runResult);
    const { runResult, notes } = made;
    const collectBy = ledger.isKept() || inputs.collect !== null ? ledger.collectBy : null;
    const evidenceFailure = made.refusal ?? upload.failure ?? made.unlocked;
    const { failOn } = inputs;
    const { toleratedOf, verdictOf } = await __nccwpck_require__.e(/* import() */ 975).then(__nccwpck_require__.bind(__nccwpck_require__, 60975));
    const verdict = verdictOf({ runResult, failOn, cancelled: cancelled.aborted, evidenceFailure, collectBy });
    const saidAlready = verdict !== null && verdict !== evidenceFailure;
    const tolerated = saidAlready ? null : toleratedOf(runResult, collectBy);
    const doubts = tolerated === null ? [] : [{ kind: report_notes/* MAY_BE_BILLED */.t, text: tolerated }];
    for (const warning of (0,report_notes/* warningsOf */.n)([...notes, ...doubts]))
        await log.warning(warning);
    await tellAll(runResult, {
        inputs,
        ports,
        work,
        artifacts: upload.artifacts,
        cancelled: cancelled.aborted,
        tookMs: clock.now() - started,
        notes: [
            ...(noArtifact === null ? [] : [noArtifact]),
            ...(0,report_notes/* warningsOf */.n)(notes.filter(({ kind }) => kind !== report_notes/* MAY_BE_BILLED */.t)),
        ],
    });
    journal.write({ entry: 'told' });
    return verdict;
}
async function makeAll(work, sources) {
    const { inputs, ports, signals, ledger, catalogue, deployments, downloading, artifact, isPriced } = sources;
    const { clock, log, journal, temp, workspace, narrator, approval } = ports;
    const { cancelled, forceStop } = signals;
    const paid = (task) => task.paid?.whenGone === 'fail' ? task.paid : (ledger.paid(task) ?? task.paid);
    const expected = work.tasks.filter((task) => !work.isWatched(task));
    const unpaid = expected.filter((task) => paid(task) === null);
    const doubts = unpaid.length === 0 ? preflight/* noDoubts */.n : await sources.findings;
    if (inputs.collectFrom !== null)
        await deployments.saved(inputs.collectFrom);
    const toldOfGraphs = await deployments.check(unpaid);
    if (toldOfGraphs.length > 0)
        await log.notice(toldOfGraphs.join('\n'));
    const { knownCost } = work;
    const prices = (0,pipeline_prices/* pricesOf */._5)(catalogue, knownCost);
    const budget = budgetOf(inputs, prices);
    await budget.reserve(unpaid);
    const spending = (0,pipeline_spending/* createSpending */.X)({ maxCost: inputs.maxCost, listPrice: prices.usd, knownCost });
    const requestIds = (0,publish/* announceRequestIds */.pZ)(ports.workflow);
    const collected = expected.filter((task) => paid(task) !== null);
    const paidIds = new Set(collected.map(({ id }) => id));
    if (work.planned !== null) {
        const { withCollected } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(7401), __nccwpck_require__.e(1535)]).then(__nccwpck_require__.bind(__nccwpck_require__, 17035));
        await narrator.plan(withCollected(work.planned, paidIds));
    }
    else
        for (const line of await priceLine(unpaid, catalogue, isPriced))
            log.info(line);
    const isAsked = approval !== null && unpaid.length > 0;
    if (isAsked) {
        for (const warning of (0,report_notes/* warningsOf */.n)([...work.notes, ...(await doubts())]))
            await log.warning(warning);
        await approval.ask(await purchaseOf(unpaid, prices));
    }
    narrator.start(expected, inputs.concurrency, collected.length);
    const onSaving = folderEntries(journal, work.evidence);
    const rest = (0,once/* once */.O)(loadRest);
    const artifactClient = (0,once/* once */.O)(() => ports.artifacts.prepare().catch(() => { }));
    const hasDeployments = work.tasks.some(({ deployment }) => deployment !== null);
    const backendOf = hasDeployments ? await backendsOf(ports, deployments) : () => ports.service;
    const generations = (0,submit_all/* generateAll */.V)(work.tasks, {
        backendOf,
        http: ports.http,
        clock,
        temp,
        concurrency: inputs.concurrency,
        timeoutMs: inputs.timeoutMs,
        pacer: inputs.pollIntervalMs === null ? adaptivePacer() : fixedPacer(inputs.pollIntervalMs),
        rules: {
            apiUrl: inputs.apiUrl,
            deploymentsUrl: hasDeployments ? inputs.deploymentsUrl : null,
            allowed: inputs.allowedDownloadHosts,
        },
        maxBytes: inputs.maxDownloadSize,
        paid,
        ready: work.ready,
        isWatched: work.isWatched,
        comesFirst: work.comesFirst,
        async replacing(task) {
            await deployments.check([task]);
            await approval?.askAnew(task);
            await budget.reserveAnew(task);
        },
        spending,
        mayCancel: inputs.collect === null,
        remediesOf: ({ deployment }) => (0,failures/* remediesOf */.AJ)({ source: sourceOf(inputs), isOnRecord: ledger.isKept, deployment: deployment?.id ?? null }),
        signal: downloading,
        cancelled,
        forceStop,
        onEvent(task, event) {
            generate_record(ledger, task, event);
            narrator.event(task.name, event);
            if (event.event === 'submitted' || event.event === 'adopted') {
                requestIds(event.requestId);
                void rest();
            }
            if (event.event === 'polled' && artifact !== null)
                void artifactClient();
        },
    });
    for (const result of generations.results)
        void result.then((generation) => (generation === null ? undefined : journalStaged(journal, generation)));
    let unlocked = null;
    const notLocked = (error) => {
        unlocked ??= (0,errors/* asActionError */.z6)(error, 'Writing the lock');
    };
    const saved = await saveAll(work.tasks, generations.results, {
        workspace,
        outputDir: inputs.outputDir,
        filename: inputs.filename,
        onSaving,
        isTaken: work.isTaken,
        mayReplace: work.mayReplace,
        reunited: work.reunited,
        async onOutcome(given) {
            const outcome = work.judged([given]).outcomes[0] ?? given;
            await work.landed(outcome).catch(notLocked);
            for (const image of outcome.images) {
                journal.write({ entry: 'saved', task: outcome.task.name, path: image.absolutePath });
                narrator.saved(outcome.task.name, image);
            }
            if (outcome.failure === null)
                journal.write({ entry: 'delivered', task: outcome.task.name });
            if (outcome.failure !== null)
                generations.sawFailure(outcome.failure);
            if (outcome.attempted)
                narrator.ended(outcome.task.name, outcome);
        },
    });
    const { outcomes, notes: lost, refusal } = work.judged(saved);
    if (!cancelled.aborted && refusal === null)
        await work.close().catch(notLocked);
    const { notesOf } = await __nccwpck_require__.e(/* import() */ 9350).then(__nccwpck_require__.bind(__nccwpck_require__, 99350));
    const decided = work.decided();
    const plan = decided === null ? null : await paymentsOf(decided, { paidIds, outcomes, prices });
    const all = inOrder([...work.copied, ...work.settled(), ...outcomes], plan);
    const runResult = (0,report/* runResultOf */.cy)(all, ports.redacted, plan);
    const exceeded = spending.exceeded();
    const notSubmitted = cancelled.aborted ? 0 : runResult.notAttempted.length - runResult.blocked.length;
    const stopped = `${(0,figures/* counted */.hS)(notSubmitted, 'image')} not submitted: ${generations.stopped() ?? 'stopped'}.`;
    const notes = [
        ...(exceeded === null ? [] : [{ kind: 'above-max-cost', text: exceeded }]),
        ...(notSubmitted === 0 ? [] : [{ kind: 'not-submitted', text: stopped }]),
        ...notesOf(runResult),
        ...(isAsked ? [] : [...(await doubts()), ...work.notes]),
        ...lost,
    ];
    return { runResult, notes, refusal, unlocked };
}
async function tellAll(runResult, { inputs, ports, work, artifacts, cancelled, tookMs, notes }) {
    const { befores } = work;
    const planned = work.decided();
    const isCommented = inputs.preview.comment && !cancelled;
    const preview = isCommented ? await ports.preview({ runResult, artifacts, planned, befores }) : null;
    await (0,publish/* publish */.mk)(runResult, { artifact: artifacts[0] ?? null, preview, lock: work.changedLock() }, ports);
    if (!inputs.summary)
        return;
    const { summaryOf } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(3394)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43394));
    await (0,publish/* writeSummary */.Sy)(summaryOf({ runResult, artifacts, cancelled, tookMs, notes }), ports);
}
async function loadRest() {
    await Promise.allSettled([
        Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(7212), __nccwpck_require__.e(363)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30363)),
        Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(7212), __nccwpck_require__.e(6115)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26115)),
        __nccwpck_require__.e(/* import() */ 8233).then(__nccwpck_require__.bind(__nccwpck_require__, 78233)),
        __nccwpck_require__.e(/* import() */ 9350).then(__nccwpck_require__.bind(__nccwpck_require__, 99350)),
        __nccwpck_require__.e(/* import() */ 975).then(__nccwpck_require__.bind(__nccwpck_require__, 60975)),
        Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(3394)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43394)),
    ]);
}
async function backendsOf(ports, { known }) {
    const { backendFor } = await __nccwpck_require__.e(/* import() */ 8617).then(__nccwpck_require__.bind(__nccwpck_require__, 18617));
    const services = { ...ports, serverless: await ports.serverless() };
    return ({ deployment }) => backendFor(deployment?.id ?? null, deployment?.graph?.graph ?? known(deployment?.id ?? ''), services);
}
function folderEntries(journal, files) {
    const folders = new Set();
    const onSaving = (folder) => {
        if (!folders.has(folder))
            journal.write({ entry: 'placing', folder });
        folders.add(folder);
    };
    for (const file of files)
        onSaving(external_node_path_.dirname(file));
    return onSaving;
}
function sourceOf({ manifest, collect }) {
    if (manifest !== null)
        return 'manifest';
    return collect === null ? 'inputs' : 'collect';
}
async function paymentsOf(planned, known) {
    const { withPayments } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(7401), __nccwpck_require__.e(1535)]).then(__nccwpck_require__.bind(__nccwpck_require__, 17035));
    return withPayments(planned, known);
}
function inOrder(outcomes, planned) {
    if (planned === null)
        return outcomes;
    const positions = new Map(planned.map(({ id }, n) => [id, n]));
    return outcomes.toSorted((a, b) => (positions.get(a.task.id) ?? 0) - (positions.get(b.task.id) ?? 0));
}
function journalStaged(journal, { task, requestId, cost, files }) {
    if (requestId === null || files.length === 0)
        return;
    journal.write({
        entry: 'staged',
        task: task.name,
        order: (0,record/* orderOf */.mJ)(task),
        requestId,
        seed: (0,tasks_task/* seedOf */.n3)(task),
        cost,
        files: files.map((file) => {
            if (file instanceof lost_file/* LostFile */.L3)
                return null;
            const { stagedPath, url, bytes, sha256, truncated, seed } = file;
            const { format, suffix, width, height } = file.media;
            return { stagedPath, url, bytes, sha256, truncated, seed, format, suffix, width, height };
        }),
    });
}
function generate_record(ledger, task, event) {
    if (event.event === 'submitting')
        ledger.submitting(task);
    if (event.event === 'refused')
        ledger.refused(task);
    if (event.event === 'submitted')
        ledger.accepted(task, event.requestId);
    if (event.event === 'adopted' && event.owned)
        ledger.adopted(task, event.requestId);
    if (event.event === 'ended')
        ledger.ended(task, event.how);
}


/***/ }),

/***/ 36863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ createContext)
});

// EXTERNAL MODULE: ./lib/lib/json.js
var json = __nccwpck_require__(68173);
;// CONCATENATED MODULE: ./lib/github/artifact.js

function createArtifactStore({ env, serverUrl, runUrl, temp }) {
    const claimed = new Set();
    const load = () => Promise.all(/* import() */[__nccwpck_require__.e(6752), __nccwpck_require__.e(4942), __nccwpck_require__.e(3075), __nccwpck_require__.e(9076)]).then(__nccwpck_require__.bind(__nccwpck_require__, 19076));
    return {
        unsupported: whyUnsupported(env, serverUrl),
        async prepare() {
            await (await load()).loadClient();
        },
        async upload(upload) {
            return (await load()).uploadArtifact(upload, { env, runUrl, temp, claimed });
        },
    };
}
function whyUnsupported(env, serverUrl) {
    if (isEnterpriseServer(serverUrl)) {
        return `${URL.parse(serverUrl)?.host ?? serverUrl} is not GitHub.com, and GitHub Enterprise Server does not support this kind of artifact. To upload the files there, use actions/upload-artifact@v3 in a later step.`;
    }
    for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
        if ((env[name] ?? '') === '')
            return `this runner has no artifact service: ${name} is not set. To start the one of act, use \`--artifact-server-path\`.`;
    }
    if (URL.parse(env.ACTIONS_RESULTS_URL ?? '')?.protocol.startsWith('http') !== true)
        return 'this runner has no artifact service: ACTIONS_RESULTS_URL is not a URL.';
    return isRuntimeToken(env.ACTIONS_RUNTIME_TOKEN ?? '')
        ? null
        : 'the artifact service of this runner is not the one that GitHub has: ACTIONS_RUNTIME_TOKEN does not identify the run.';
}
function isRuntimeToken(token) {
    const claims = (0,json/* parseJsonObject */.dw)(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return String(claims?.scp ?? '')
        .split(' ')
        .some((scope) => /^Actions\.Results:[^:]+:[^:]+$/.test(scope));
}
function isEnterpriseServer(serverUrl) {
    const host = URL.parse(serverUrl)?.hostname.toLowerCase() ?? 'github.com';
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

// EXTERNAL MODULE: ./lib/github/workflow.js
var github_workflow = __nccwpck_require__(33566);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: ./lib/http/client.js + 2 modules
var client = __nccwpck_require__(18808);
// EXTERNAL MODULE: ./lib/lib/time-limit.js
var time_limit = __nccwpck_require__(93484);
// EXTERNAL MODULE: ./lib/ledger/store.js
var store = __nccwpck_require__(1264);
;// CONCATENATED MODULE: ./lib/ledger/actions-cache.js





const VERSION = (0,external_node_crypto_.createHash)('sha256').update('runcomfy-action record 1').digest('hex');
const CALL_LIMIT_MS = 6_000;
const MAX_BYTES = 32 * 1024 * 1024;
function createActionsCache({ env, http, clock }) {
    const token = env.ACTIONS_RUNTIME_TOKEN ?? '';
    if (token === '')
        return null;
    const call = caller(http, clock);
    const service = serviceOf(env, token, call);
    if (service === null)
        return null;
    return {
        async load(name, signal, wanted) {
            const found = await service.find(`${name}-${wanted ?? ''}`, signal);
            if (found === null)
                return null;
            const { status, text } = await call({ method: 'GET', url: found.url, signal });
            if (status !== 200)
                throw new store/* StoreSilent */.hj(`HTTP ${status} for the entry`);
            const [, revision] = /^-(\d{1,9})$/.exec(found.key.slice(name.length)) ?? [];
            return { text, revision: Number(revision ?? 0) };
        },
        async save(name, { text, revision }, signal) {
            const bytes = Buffer.from(text);
            const write = await service.reserve(`${name}-${revision}`, bytes.length, signal);
            await write(bytes, signal);
        },
        async probe(name, signal) {
            await service.reserve(`${name}/probe-${(0,external_node_crypto_.randomUUID)()}`, 1, signal);
        },
    };
}
function serviceOf(env, token, call) {
    const results = URL.parse(env.ACTIONS_RESULTS_URL ?? '');
    if (env.ACTIONS_CACHE_SERVICE_V2 && results !== null)
        return twirpService(results, token, call);
    const cache = URL.parse(env.ACTIONS_CACHE_URL ?? '');
    return cache === null ? null : artifactCacheService(cache, token, call);
}
function twirpService(origin, token, call) {
    async function ask(method, message, signal) {
        const reply = await call({
            method: 'POST',
            url: new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, origin),
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify(message),
            signal,
        });
        return answered(reply);
    }
    return {
        async find(prefix, signal) {
            const message = { key: prefix, restore_keys: [prefix], version: VERSION };
            const found = await ask('GetCacheEntryDownloadURL', message, signal);
            if (found.ok !== true) {
                if (/denied|permission|scope|not allowed/i.test(said(found)))
                    throw new store/* StoreRefused */.yh(said(found));
                return null;
            }
            const key = String(found.matched_key ?? found.matchedKey ?? '');
            return { key, url: addressIn(found.signed_download_url ?? found.signedDownloadUrl) };
        },
        async reserve(key, _bytes, signal) {
            const created = await ask('CreateCacheEntry', { key, version: VERSION }, signal);
            if (created.ok !== true)
                throw new store/* StoreRefused */.yh(said(created) || 'the service did not accept the entry');
            const url = addressIn(created.signed_upload_url ?? created.signedUploadUrl);
            return async (record, within) => {
                const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' };
                accepted(await call({ method: 'PUT', url, headers, body: record, signal: within }));
                const message = { key, size_bytes: String(record.length), version: VERSION };
                const finalized = await ask('FinalizeCacheEntryUpload', message, within);
                if (finalized.ok !== true)
                    throw new store/* StoreSilent */.hj(said(finalized) || 'the service did not keep the entry');
            };
        },
    };
}
function artifactCacheService(origin, token, call) {
    const at = (path) => new URL(`${origin.pathname.replace(/\/$/, '')}/_apis/artifactcache/${path}`, origin);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json;api-version=6.0-preview.1' };
    const posted = { ...headers, 'content-type': 'application/json' };
    return {
        async find(prefix, signal) {
            const url = at(`cache?keys=${encodeURIComponent(prefix)}&version=${VERSION}`);
            const reply = await call({ method: 'GET', url, headers, signal });
            if (reply.status === 204 || reply.status === 404)
                return null;
            const { archiveLocation, cacheKey } = answered(reply);
            return { key: String(cacheKey ?? ''), url: addressIn(archiveLocation) };
        },
        async reserve(key, cacheSize, signal) {
            const reserved = await call({
                method: 'POST',
                url: at('caches'),
                headers: posted,
                body: JSON.stringify({ key, version: VERSION, cacheSize }),
                signal,
            });
            const { cacheId } = answered(reserved);
            if (typeof cacheId !== 'number' && typeof cacheId !== 'string')
                throw new store/* StoreSilent */.hj('a response without cacheId');
            return async (record, within) => {
                const range = { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${record.length - 1}/*` };
                const url = at(`caches/${cacheId}`);
                accepted(await call({ method: 'PATCH', url, headers: { ...headers, ...range }, body: record, signal: within }));
                const body = JSON.stringify({ size: record.length });
                accepted(await call({ method: 'POST', url, headers: posted, body, signal: within }));
            };
        },
    };
}
function caller(http, clock) {
    return async ({ signal, ...request }) => {
        const late = () => new Error(`no response within ${CALL_LIMIT_MS / 1000} s`);
        const limit = (0,time_limit/* timeLimit */.zc)(clock, CALL_LIMIT_MS, late, signal);
        try {
            const response = await (await http()).send({ ...request, signal: limit.signal });
            const text = await (0,client/* readText */.yR)(response, MAX_BYTES, limit.signal);
            const { status } = response;
            const words = `HTTP ${status}${text === '' ? '' : `, ${said((0,json/* parseJsonObject */.dw)(text) ?? {})}`}`.replace(/, $/, '');
            if (status === 408 || status === 425 || status === 429 || status >= 500)
                throw new store/* StoreSilent */.hj(words, (0,client/* retryAfter */.P9)(response.header('retry-after'), clock.date()));
            return { status, text };
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof store/* StoreSilent */.hj)
                throw error;
            const words = error instanceof client/* ConnectionError */.Rc ? error.message.replace(/\.$/, '') : String(limit.signal.reason ?? error);
            throw new store/* StoreSilent */.hj(words.replace(/^Error: /, ''), null, { cause: error });
        }
        finally {
            limit.end();
        }
    };
}
function accepted({ status }) {
    if (status >= 400)
        throw new store/* StoreRefused */.yh(`HTTP ${status}`);
    if (status >= 300)
        throw new store/* StoreSilent */.hj(`HTTP ${status}`);
}
function answered(reply) {
    const body = (0,json/* parseJsonObject */.dw)(reply.text);
    if (reply.status === 409)
        throw new store/* StoreConflict */.yo('the key is taken');
    if (reply.status >= 400)
        throw new store/* StoreRefused */.yh(`HTTP ${reply.status}${body === null ? '' : `, ${said(body)}`}`);
    if (body === null)
        throw new store/* StoreSilent */.hj(`HTTP ${reply.status} without JSON`);
    return body;
}
function said({ message, msg }) {
    const words = typeof message === 'string' ? message : typeof msg === 'string' ? msg : '';
    return words.replace(/\s+/g, ' ').trim().slice(0, 200);
}
function addressIn(value) {
    const url = typeof value === 'string' ? URL.parse(value) : null;
    if (url === null || !/^https?:$/.test(url.protocol))
        throw new store/* StoreSilent */.hj('a response without a URL');
    return url;
}

// EXTERNAL MODULE: ./lib/lib/clock.js
var clock = __nccwpck_require__(75953);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __nccwpck_require__(75892);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __nccwpck_require__(44639);
// EXTERNAL MODULE: ./lib/services.js + 1 modules
var lib_services = __nccwpck_require__(41678);
;// CONCATENATED MODULE: ./lib/context.js







function createContext(env, cancelled) {
    const raw = (0,github_workflow/* rawInputs */.me)(env);
    const token = raw['api-token']?.trim() ?? '';
    const secrets = (0,lib_services/* secretsIn */.V)(token);
    for (const secret of secrets)
        (0,github_workflow/* mask */.dK)(secret);
    const redacted = (0,report_text/* redactor */.$p)([...secrets, raw['github-token']?.trim() ?? '']);
    const workflow = (0,github_workflow/* createWorkflow */.mw)(redacted);
    const services = (0,lib_services/* createServices */.h)({ env, token, redacted });
    const serverUrl = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');
    return {
        ...services,
        env,
        raw,
        redacted,
        workflow,
        artifacts(temp) {
            const runUrl = `${serverUrl}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
            return createArtifactStore({ env, serverUrl, runUrl, temp });
        },
        records: () => createActionsCache({ env, http: services.http, clock: clock/* systemClock */.m }),
        handOver(values) {
            try {
                for (const [name, value] of Object.entries(values))
                    (0,github_workflow/* saveState */.LZ)(env, name, value);
            }
            catch (error) {
                workflow.info(`If this run is killed, nothing can clean up after it: ${(0,errors/* asActionError */.z6)(error, 'GITHUB_STATE cannot be written').message}`);
            }
        },
        async pullRequest({ preview, apiUrl, deploymentsUrl, allowedDownloadHosts }) {
            const { createGitHubApi } = await __nccwpck_require__.e(/* import() */ 1282).then(__nccwpck_require__.bind(__nccwpck_require__, 51282));
            const { createPullRequestComments, findPullRequest } = await __nccwpck_require__.e(/* import() */ 3056).then(__nccwpck_require__.bind(__nccwpck_require__, 53056));
            const { createPreviewRefs } = await __nccwpck_require__.e(/* import() */ 8150).then(__nccwpck_require__.bind(__nccwpck_require__, 58150));
            const { isKnownPublic } = await __nccwpck_require__.e(/* import() */ 91).then(__nccwpck_require__.bind(__nccwpck_require__, 40091));
            const repository = env.GITHUB_REPOSITORY ?? '';
            const github = createGitHubApi({
                token: preview.githubToken ?? '',
                signal: cancelled,
                apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
                repository,
                clock: clock/* systemClock */.m,
            });
            const notFound = (error) => {
                workflow.info(`Could not find the pull request of this run: ${(0,errors/* asActionError */.z6)(error, 'Asking GitHub').message}`);
                return null;
            };
            return {
                pull: preview.pull ?? (await findPullRequest(env, github, workflow).catch(notFound)),
                about: {
                    run: { id: env.GITHUB_RUN_ID || '0', attempt: Number(env.GITHUB_RUN_ATTEMPT || '1') },
                    serverUrl,
                    repository,
                    hosts: [apiUrl.host, deploymentsUrl.host, ...allowedDownloadHosts.map((host) => host.replace(/:443$/, ''))],
                },
                previewPorts: {
                    comments: createPullRequestComments(github),
                    refs: createPreviewRefs(github),
                    isPublic: () => isKnownPublic(env, github),
                    log: workflow,
                    redacted,
                },
            };
        },
    };
}


/***/ }),

/***/ 55144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ hostAndPort),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   es: () => (/* binding */ permittedUrl),
/* harmony export */   jq: () => (/* binding */ isForeign)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);

function isLoopback(url) {
    return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}
function hostAndPort(url) {
    return `${url.hostname}:${url.port !== '' ? url.port : url.protocol === 'http:' ? '80' : '443'}`;
}
function permittedUrl(text, rules, base) {
    const url = URL.parse(text, base?.href);
    if (url === null)
        throw refusal('an address that is not a URL', 'This is an error in the model or the service.');
    const named = `${url.protocol}//${url.host}`;
    if (url.username !== '' || url.password !== '')
        throw refusal(`${named}, an address with user info`, 'It was not downloaded.');
    const here = hostAndPort(url);
    const listed = isListed(url, rules);
    const advice = `If you trust it, add ${url.port === '' ? url.hostname : here} to \`allowed-download-hosts\`.`;
    if (url.protocol === 'http:' && isLoopback(url) && listed)
        return url;
    if (url.protocol !== 'https:')
        throw refusal(`${named}, which is not https`, 'It was not downloaded.');
    if (!isOwn(url) && !listed)
        throw refusal(`${named}, a host that is not allowed`, advice);
    return url;
}
function isForeign(text, rules) {
    const url = URL.parse(text);
    return url !== null && !isOwn(url) && !isListed(url, rules);
}
function isOwn(url) {
    return /(^|\.)runcomfy\.(net|com)$/.test(url.hostname) && url.port === '';
}
function isListed(url, { allowed, apiUrl, deploymentsUrl }) {
    return allowed.includes(hostAndPort(url)) || url.origin === apiUrl.origin || url.origin === deploymentsUrl?.origin;
}
function refusal(what, advice) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('download-failed', `The result is on ${what}.`, { advice });
}


/***/ }),

/***/ 75308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L3: () => (/* binding */ LostFile),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   ST: () => (/* binding */ isGone)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);

class LostFile extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    address;
    isSide;
    constructor(address, isSide, { kind, message, advice, cause }) {
        super(kind, message, { advice, cause });
        this.address = address;
        this.isSide = isSide;
    }
    advised(advice) {
        const { kind, message, cause } = this;
        const both = new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(kind, message, { advice: `${this.advice} ${advice}`.trim(), cause });
        return new LostFile(this.address, this.isSide, both);
    }
}
class Refusal extends Error {
    status;
    retryAfterMs;
    constructor(status, retryAfterMs) {
        super(`the server returned HTTP ${status}`);
        this.status = status;
        this.retryAfterMs = retryAfterMs;
    }
}
function isGone(outcome) {
    return (outcome instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && outcome.cause instanceof Refusal && [404, 410].includes(outcome.cause.status));
}


/***/ }),

/***/ 90807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ fileNameFault),
/* harmony export */   Md: () => (/* binding */ fileName),
/* harmony export */   Rs: () => (/* binding */ templateFault),
/* harmony export */   zu: () => (/* binding */ nameClaims)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _lib_disk_key_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(46028);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(36822);



const PLACEHOLDER = /\{(id|index|seed|request_id)\}/g;
const SAMPLE = { id: 'image', index: 1, seed: 1, requestId: 'request' };
const LONGEST = 180;
function templateFault(template) {
    if (/[{}]/.test(template.replace(PLACEHOLDER, '')))
        return 'may use only the placeholders {id} {index} {seed} {request_id}';
    return fileNameFault(fileName(template, SAMPLE), '`output-dir`');
}
function fileNameFault(name, folder) {
    if (/[":<>|*?\\\u0000-\u001f\u007f]|##\[/.test(name))
        return 'must not contain control characters or any of " : < > | * ? \\';
    const segments = name.split('/');
    if (segments.some((segment) => segment === '' || segment === '..' || segment === '.'))
        return `must name a file below ${folder}`;
    if (segments.some((segment) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .isGitFolder */ .Z$)(segment)))
        return 'must not lead into .git';
    if (segments.some((segment) => /[. ]$|^ /.test(segment)))
        return 'must not have parts that end in a dot or begin or end in a space';
    if (segments.some((segment) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(segment)))
        return 'must not be a name that Windows reserves';
    if (segments.some((segment) => Buffer.byteLength(segment) > 120))
        return 'must not have parts of more than 120 bytes';
    return null;
}
function fileName(template, { id, index, seed, requestId }) {
    const values = {
        '{id}': id,
        '{index}': String(index),
        '{seed}': seed === null ? 'noseed' : String(seed),
        '{request_id}': requestId,
    };
    const filled = template.replace(PLACEHOLDER, (placeholder) => values[placeholder] ?? placeholder);
    return filled.split('/').map(fitting).join('/');
}
function fitting(part) {
    const bytes = Buffer.from(part);
    if (bytes.length <= LONGEST)
        return part;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex').slice(0, 12);
    const begin = bytes
        .subarray(0, LONGEST - digest.length - 1)
        .toString()
        .replace(/\ufffd+$/, '');
    return `${begin}-${digest}`;
}
function nameClaims() {
    const taken = new Set();
    const next = new Map();
    return (name, suffix, isTaken = () => false) => {
        const same = (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_2__/* .diskKey */ .n)(name + suffix);
        for (let n = next.get(same) ?? 1;; n++) {
            const candidate = `${name}${n === 1 ? '' : `-${n}`}${suffix}`;
            const key = (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_2__/* .diskKey */ .n)(candidate);
            if (taken.has(key) || isTaken(candidate))
                continue;
            taken.add(key);
            next.set(same, n + 1);
            return candidate;
        }
    };
}


/***/ }),

/***/ 99577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ keepOutputs),
/* harmony export */   t: () => (/* binding */ isDeep)
/* harmony export */ });
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(68173);

const MAX_KEPT = 64 * 1024 * 1024;
const DEEPEST = 100;
const LONG_TEXT = 1_000;
const SHORT_TEXT = 200;
function keepOutputs(max = MAX_KEPT) {
    let left = max;
    return (output) => {
        for (const candidate of [output, cut(output, 0)]) {
            const length = lengthOf(candidate, left);
            if (length === null)
                continue;
            left -= length;
            return candidate;
        }
        return 'This output was left out because the report would be too large.';
    };
}
function isDeep(output) {
    return lengthOf(output, Number.POSITIVE_INFINITY) === null;
}
function lengthOf(root, max) {
    let length = 0;
    const pending = [{ value: root, depth: 0 }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { value, depth } = next;
        length += typeof value === 'string' ? value.length + 2 : 8;
        if (length > max || depth > DEEPEST)
            return null;
        if (typeof value !== 'object' || value === null)
            continue;
        for (const [name, member] of (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersBackwards */ .ap)(value)) {
            length += Array.isArray(value) ? 0 : name.length + 4;
            pending.push({ value: member, depth: depth + 1 });
        }
    }
    return length;
}
function cut(value, depth) {
    if (typeof value === 'string' && value.length > LONG_TEXT) {
        return `${value.slice(0, SHORT_TEXT)}\u2026 (${value.length - SHORT_TEXT} more characters were left out)`;
    }
    if (typeof value !== 'object' || value === null)
        return value;
    if (depth === DEEPEST)
        return 'Deeper levels were left out.';
    if (Array.isArray(value))
        return value.map((item) => cut(item, depth + 1));
    return Object.fromEntries(Object.entries((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o$)(value) ?? {}).map(([name, member]) => [name, cut(member, depth + 1)]));
}


/***/ }),

/***/ 36822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ PathError),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   Z$: () => (/* binding */ isGitFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(75892);



class PathError extends Error {
}
async function openWorkspace(folder) {
    const root = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(folder);
    return {
        root,
        async inside(relative) {
            checkSpelling(relative);
            const absolute = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, relative);
            const real = realpathOfExisting(absolute);
            const fromRoot = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, real);
            if (fromRoot === '..' || fromRoot.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(fromRoot)) {
                throw new PathError('must stay below the workspace, but a symbolic link leads out of it');
            }
            if (fromRoot.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).some(isGitFolder))
                throw new PathError('must not lead into .git');
            return absolute;
        },
        shown: (absolute) => node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, absolute).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'),
    };
}
function checkSpelling(relative) {
    const segments = relative.split(/[/\\]/);
    if (relative === '' || /[\u0000-\u001f\u007f]/.test(relative))
        throw new PathError('must be a path below the workspace, without control characters');
    if (node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(relative) || node_path__WEBPACK_IMPORTED_MODULE_1__.win32.isAbsolute(relative) || /^[a-z]:/i.test(relative)) {
        throw new PathError('must be relative to the workspace, not absolute');
    }
    if (segments.includes('..'))
        throw new PathError('must be below the workspace, without `..`');
    if (segments.some(isGitFolder))
        throw new PathError('must not lead into .git');
}
function isGitFolder(segment) {
    return /^(\.git|git~\d+)[. ]*(:.*)?$/i.test(segment);
}
function realpathOfExisting(absolute) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(absolute);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(absolute);
        const missing = (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCodes */ .fv)(error).some((code) => code === 'ENOENT' || code === 'ENOTDIR');
        if (!missing || parent === absolute)
            throw new PathError('must be a path that can be read');
        if (isSymbolicLink(absolute))
            throw new PathError('must not be a broken symbolic link');
        return node_path__WEBPACK_IMPORTED_MODULE_1__.join(realpathOfExisting(parent), node_path__WEBPACK_IMPORTED_MODULE_1__.basename(absolute));
    }
}
function isSymbolicLink(absolute) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(absolute).isSymbolicLink();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 33566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ presetOutputs),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   me: () => (/* binding */ rawInputs),
/* harmony export */   mw: () => (/* binding */ createWorkflow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(59516);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(34565);
/* harmony import */ var _report_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(44639);




function rawInputs(env) {
    const raw = Object.fromEntries(_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_NAMES */ .Qh.map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? '']));
    return {
        ...raw,
        'api-token': (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .givenToken */ .vE)(raw['api-token'], env),
    };
}
function mask(secret) {
    const data = secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    process.stdout.write(`::add-mask::${data}\n`);
}
function saveState(env, name, value) {
    if (env.GITHUB_STATE)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_STATE, `${name}=${value}\n`);
}
function presetOutputs(env, outputs) {
    const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
    if (env.GITHUB_OUTPUT)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_OUTPUT, lines.join(''));
}
const LONGEST_ANNOTATION = 4_000;
function createWorkflow(redacted) {
    const printable = (0,_report_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printableBy */ .b5)(redacted);
    const core = () => Promise.all(/* import() */[__nccwpck_require__.e(6752), __nccwpck_require__.e(4942), __nccwpck_require__.e(1659)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91659));
    function shown(message) {
        const whole = printable(message);
        const fitting = clipped(whole);
        if (fitting !== whole)
            process.stdout.write(`${whole}\n`);
        return fitting;
    }
    return {
        info(line) {
            process.stdout.write(`${printable(line)}\n`);
        },
        async warning(message) {
            (await core()).warning(shown(message));
        },
        async notice(message) {
            (await core()).notice(shown(message));
        },
        async annotate(level, message, { file, line, column }) {
            const place = { file, startLine: line, startColumn: column };
            const { error, warning } = await core();
            (level === 'error' ? error : warning)(shown(message), place);
        },
        async group(title, work) {
            return (await core()).group(printable(title), work);
        },
        async error(message) {
            (await core()).error(shown(message));
        },
        async setOutput(name, value) {
            (await core()).setOutput(name, redacted(value));
        },
        async writeSummary(markdown) {
            await (await core()).summary.addRaw(redacted(markdown), true).write();
        },
    };
}
function clipped(message) {
    if (message.length <= LONGEST_ANNOTATION)
        return message;
    const lines = message.split('\n');
    let kept = '';
    for (const [shown, line] of lines.entries()) {
        const rest = `and ${lines.length - shown} more, see the log`;
        if (kept.length + line.length + rest.length + 2 > LONGEST_ANNOTATION) {
            return kept === '' ? `${line.slice(0, LONGEST_ANNOTATION - 20)}\u2026 see the log` : `${kept}${rest}`;
        }
        kept += `${line}\n`;
    }
    return kept;
}


/***/ }),

/***/ 18808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Rc: () => (/* binding */ ConnectionError),
  V0: () => (/* binding */ createHttp),
  yR: () => (/* binding */ readText),
  P9: () => (/* binding */ retryAfter)
});

// EXTERNAL MODULE: ./node_modules/undici/lib/core/connect.js
var connect = __nccwpck_require__(59136);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/agent.js
var agent = __nccwpck_require__(57405);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/pool.js
var pool = __nccwpck_require__(30628);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __nccwpck_require__(75892);
;// CONCATENATED MODULE: ./lib/http/body.js
const WAITING_BYTES = 2 * 1024 ** 2;
const WAITING_CHUNKS = 1024;
function openArrivals(source) {
    let waiting = [];
    let bytes = 0;
    let over = null;
    let wake = () => { };
    async function* steps() {
        try {
            for (;;) {
                if (waiting.length > 0)
                    yield takeAll();
                else if (over === null)
                    await somethingNew();
                else if (over.error === null)
                    return;
                else
                    throw over.error;
            }
        }
        finally {
            drop();
        }
    }
    function takeAll() {
        const chunks = waiting;
        waiting = [];
        bytes = 0;
        source.resume();
        return chunks;
    }
    function somethingNew() {
        return new Promise((resolve) => {
            wake = resolve;
        });
    }
    function drop() {
        waiting = [];
        if (over === null)
            source.abort(new Error('the rest was not wanted'));
    }
    return {
        body: { [Symbol.asyncIterator]: steps, drop },
        add(chunk) {
            if (chunk.length === 0)
                return;
            waiting.push(chunk);
            bytes += chunk.length;
            if (bytes >= WAITING_BYTES || waiting.length >= WAITING_CHUNKS)
                source.pause();
            wake();
        },
        end(error) {
            over = { error };
            wake();
        },
    };
}

// EXTERNAL MODULE: ./lib/http/encodings.js
var http_encodings = __nccwpck_require__(53146);
;// CONCATENATED MODULE: ./lib/http/interim.js
const MAX_BYTES = 256 * 1024;
function withoutInterim(socket) {
    const read = socket.read.bind(socket);
    let answeredAt = 0;
    let held = Buffer.alloc(0);
    let skipped = 0;
    socket.read = (size) => {
        const chunk = read(size);
        if (chunk === null || socket.bytesWritten === answeredAt)
            return chunk;
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        for (;;) {
            const bytes = interimBytes(held);
            if (bytes === 0)
                return takeAll();
            if (skipped + (bytes ?? held.length) > MAX_BYTES) {
                socket.destroy(new Error('too many interim responses'));
                return null;
            }
            if (bytes === null)
                return null;
            skipped += bytes;
            held = held.subarray(bytes);
        }
    };
    function takeAll() {
        const answer = held;
        answeredAt = socket.bytesWritten;
        held = Buffer.alloc(0);
        skipped = 0;
        return answer;
    }
    return socket;
}
const STATUS_AT = 'HTTP/1.1 '.length;
function interimBytes(bytes) {
    const start = bytes.toString('latin1', 0, STATUS_AT + 3);
    if (start.length < STATUS_AT + 3)
        return 'HTTP/1.'.startsWith(start.slice(0, 7)) ? null : 0;
    if (!/^HTTP\/1\.\d 1(?!01)\d\d$/.test(start))
        return 0;
    const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'));
    return end === null ? null : end.index + end[0].length;
}

// EXTERNAL MODULE: ./lib/http/proxies.js
var http_proxies = __nccwpck_require__(53192);
;// CONCATENATED MODULE: ./lib/http/client.js








class ConnectionError extends errors/* ActionError */.lZ {
    isUnsent;
    constructor(cause, isUnsent, what = isUnsent ? 'no connection' : 'the connection broke') {
        const said = described(cause);
        const codes = (0,errors/* errorCodes */.fv)(cause).filter((code) => !said.includes(code));
        super('unavailable', `${what} (${[said, ...new Set(codes)].join(', ')}).`, {
            advice: 'Check the network, the proxy settings and `api-url`, then run again.',
            cause,
        });
        this.isUnsent = isUnsent;
    }
}
function described(cause) {
    if (!(cause instanceof Error))
        return String(cause);
    return 'reason' in cause && typeof cause.reason === 'string' ? cause.reason : cause.message || cause.name;
}
const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_LIMIT_MS = 60_000;
const MAX_HEAD_BYTES = 256 * 1024;
const TLS = { allowH2: false };
async function createHttp(env) {
    const options = {
        connect: connect({ ...TLS, timeout: CONNECT_TIMEOUT_MS }),
        factory: openPool,
        maxHeaderSize: MAX_HEAD_BYTES,
        headersTimeout: 0,
        bodyTimeout: SILENCE_LIMIT_MS,
        ...TLS,
    };
    const agent = await createAgent(env, options);
    let freshAgent;
    const dispatcherFor = async (fresh) => {
        if (!fresh)
            return agent;
        freshAgent ??= await createAgent(env, { ...options, pipelining: 0 });
        return freshAgent;
    };
    return {
        async send({ method, url, headers, body, signal, fresh = false, answerWithinMs = 0 }) {
            const dispatcher = await dispatcherFor(fresh);
            const { origin, pathname, search } = url;
            return exchange(dispatcher, {
                origin,
                path: `${pathname}${search}`,
                method,
                headers: { 'user-agent': 'runcomfy-action', 'accept-encoding': 'identity', ...headers },
                body: body ?? null,
                headersTimeout: answerWithinMs,
            }, signal);
        },
        async close() {
            await Promise.all([agent.destroy(), freshAgent?.destroy()]);
        },
    };
}
function exchange(dispatcher, request, signal) {
    return new Promise((resolve, reject) => {
        let controller = null;
        let arrivals = null;
        const fail = (error) => {
            const begun = controller !== null;
            reject(begun && signal.aborted ? signal.reason : new ConnectionError(error, !begun || wasNeverConnected(error)));
        };
        const abort = () => {
            fail(signal.reason);
            controller?.abort(signal.reason);
        };
        const end = (error) => {
            signal.removeEventListener('abort', abort);
            arrivals?.end(error);
            if (error !== null)
                fail(error);
        };
        if (signal.aborted)
            return fail(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        dispatcher.dispatch(request, {
            onRequestStart(started) {
                if (signal.aborted)
                    started.abort(signal.reason);
                else
                    controller = started;
            },
            onResponseStart(started, status, headers) {
                if (status < 200)
                    return;
                arrivals = openArrivals(started);
                const lines = (name) => [headers[name] ?? []].flat().map(asUtf8);
                const header = (name) => lines(name.toLowerCase())[0] ?? null;
                const encodings = (0,http_encodings/* contentEncodings */.cv)(lines('content-encoding').join());
                resolve({ status, header, encodings, body: arrivals.body });
            },
            onResponseData: (_, chunk) => arrivals?.add(chunk),
            onResponseEnd: () => end(null),
            onResponseError: (_, error) => end(error),
        });
    });
}
async function createAgent(env, options) {
    const proxies = (0,http_proxies/* proxiesOf */._)(env);
    if (proxies.httpProxy === '' && proxies.httpsProxy === '')
        return new agent(options);
    const { EnvHttpProxyAgent } = await __nccwpck_require__.e(/* import() */ 6752).then(__nccwpck_require__.t.bind(__nccwpck_require__, 46752, 19));
    return new EnvHttpProxyAgent({ ...options, ...proxies, connectTimeout: CONNECT_TIMEOUT_MS, proxyTls: TLS });
}
function openPool(origin, options) {
    const connect = 'connect' in options ? options.connect : null;
    if (!isConnector(connect))
        throw new TypeError('undici says no longer how it connects');
    return new pool(origin, {
        ...options,
        connect: (target, done) => connect(target, (...made) => (made[0] === null ? done(null, withoutInterim(made[1])) : done(...made))),
    });
}
function isConnector(value) {
    return typeof value === 'function';
}
function asUtf8(header) {
    if (!/[\u0080-\u00ff]/.test(header))
        return header;
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
    }
    catch {
        return header;
    }
}
async function readText(response, maxBytes, signal) {
    const chunks = [];
    let bytes = 0;
    try {
        for await (const arrived of (0,http_encodings/* decode */.D4)(response.body, response.encodings, maxBytes)) {
            bytes += arrived.reduce((sum, { length }) => sum + length, 0);
            if (bytes > maxBytes)
                throw new Error(`the response is larger than ${maxBytes} bytes`);
            chunks.push(...arrived);
        }
    }
    catch (error) {
        response.body.drop();
        signal.throwIfAborted();
        throw error instanceof http_encodings/* EncodingError */.Ug
            ? new ConnectionError(error, false, 'the response cannot be read')
            : new ConnectionError(error, false);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function retryAfter(header, date) {
    if (header === null)
        return null;
    if (/^\s*\d+\s*$/.test(header))
        return Number(header) * 1000;
    const at = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
    return Number.isNaN(at) ? null : Math.max(0, at - date);
}
const NEVER_CONNECTED = /^(UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_TLS|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|CERT_.*|ERR_TLS_CERT_.*|.*_CERT(_.*)?|UNABLE_TO_.*)$/;
const HANDSHAKE = /wrong.version.number|(unsupported|unknown).protocol|no.protocols.available|handshake.failure|protocol.version|unrecognized.name/i;
function wasNeverConnected(error) {
    return (0,errors/* causes */.ps)(error).some((cause) => {
        if ('syscall' in cause && (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo'))
            return true;
        const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
        if (NEVER_CONNECTED.test(code))
            return true;
        const message = 'message' in cause ? String(cause.message) : '';
        if (/^(EPROTO|ERR_SSL_.*)$/.test(code))
            return HANDSHAKE.test(`${code} ${message}`);
        return /HTTP Tunneling|Proxy Authentication Required|before secure TLS connection/i.test(message);
    });
}


/***/ }),

/***/ 53146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   Ug: () => (/* binding */ EncodingError),
/* harmony export */   cv: () => (/* binding */ contentEncodings)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(46466);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(75892);


class EncodingError extends Error {
    problem;
    constructor(problem, message) {
        super(message);
        this.problem = problem;
    }
}
function contentEncodings(header) {
    return (header ?? '')
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => !PLAIN.includes(name));
}
const PLAIN = ['', 'identity', 'none', 'binary', 'utf-8', '8bit', '7bit', 'aws-chunked'];
const MAX_ENCODINGS = 4;
function decode(body, encodings, maxBytes) {
    if (encodings.length > MAX_ENCODINGS) {
        throw new EncodingError('unknown', `the response is encoded ${encodings.length} times`);
    }
    return encodings.reduceRight((steps, name) => decodeOne(steps, name, maxBytes), body);
}
async function* decodeOne(packed, name, maxBytes) {
    const iterator = packed[Symbol.asyncIterator]();
    const rest = { [Symbol.asyncIterator]: () => iterator };
    let bytes = 0;
    try {
        const head = await headOf(iterator);
        const open = await openerFor(name, head);
        if (open === null) {
            yield [head];
            yield* rest;
            return;
        }
        const decoder = open();
        const unpacking = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(chunksOf(head, rest), decoder);
        unpacking.catch(() => { });
        for await (const chunk of decoder) {
            bytes += chunk.length;
            if (bytes > maxBytes)
                throw new EncodingError('too-large', `the response is larger than ${maxBytes} bytes`);
            yield [chunk];
        }
        await unpacking;
    }
    catch (error) {
        throw isOfZlib(error)
            ? new EncodingError('broken', `the response is not complete ${name} (${error.message})`)
            : error;
    }
    finally {
        await iterator.return?.();
    }
}
function isOfZlib(error) {
    return typeof error === 'object' && error !== null && 'message' in error && 'errno' in error && !('syscall' in error);
}
const HEAD_BYTES = 64 * 1024;
async function headOf(iterator) {
    const head = [];
    let bytes = 0;
    while (bytes < HEAD_BYTES) {
        const { done, value } = await iterator.next();
        if (done === true)
            break;
        for (const chunk of value)
            bytes += head.push(chunk) && chunk.length;
    }
    return Buffer.concat(head);
}
async function* chunksOf(head, rest) {
    yield head;
    for await (const chunks of rest)
        yield* chunks;
}
async function openerFor(name, head) {
    const z = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 38522, 19));
    const options = { chunkSize: HEAD_BYTES };
    if (name === 'gzip' || name === 'x-gzip')
        return isGzip(head) ? () => z.createGunzip(options) : null;
    if (name === 'deflate') {
        if (isZlib(head))
            return () => z.createInflate(options);
        return isAll(z.inflateRawSync, head, z.constants.Z_SYNC_FLUSH) ? () => z.createInflateRaw(options) : null;
    }
    if (name === 'br') {
        const flush = z.constants.BROTLI_OPERATION_FLUSH;
        return isAll(z.brotliDecompressSync, head, flush) ? () => z.createBrotliDecompress(options) : null;
    }
    if (name === 'zstd' && 'createZstdDecompress' in z)
        return isZstd(head) ? () => z.createZstdDecompress(options) : null;
    throw new EncodingError('unknown', `the response has the encoding ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name, 40)}, which was not requested`);
}
function isGzip(head) {
    return head.length >= 3 && head.readUIntBE(0, 3) === 0x1f8b08;
}
function isZlib(head) {
    if (head.length < 2)
        return false;
    const start = head.readUInt16BE(0);
    return (start & 0x8f00) === 0x0800 && start % 31 === 0;
}
function isZstd(head) {
    if (head.length < 4)
        return false;
    const magic = head.readUInt32LE(0);
    return magic === 0xfd2fb528 || (magic & 0xfffffff0) >>> 0 === 0x184d2a50;
}
function isAll(unpack, head, finishFlush) {
    if (head.length === 0)
        return false;
    try {
        const said = unpack(head, { finishFlush, maxOutputLength: 16 * HEAD_BYTES, info: true });
        return consumed(said) === head.length;
    }
    catch (error) {
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCodes */ .fv)(error).includes('ERR_BUFFER_TOO_LARGE');
    }
}
function consumed(said) {
    if (typeof said !== 'object' || said === null || !('engine' in said))
        return null;
    const { engine } = said;
    return typeof engine === 'object' && engine !== null && 'bytesWritten' in engine ? engine.bytesWritten : null;
}


/***/ }),

/***/ 53192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ proxiesOf),
/* harmony export */   n: () => (/* binding */ withSchemes)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);

function proxiesOf(env) {
    return {
        httpProxy: address(env, 'http_proxy'),
        httpsProxy: address(env, 'https_proxy'),
        noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
    };
}
function withSchemes(env) {
    const set = NAMES.flatMap((name) => {
        const value = env[name]?.trim() ?? '';
        return value === '' ? [] : [[name, withScheme(value)]];
    });
    return Object.fromEntries(set);
}
const NAMES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];
function address(env, lower) {
    const name = env[lower] === undefined ? lower.toUpperCase() : lower;
    const value = env[name]?.trim() ?? '';
    if (value === '')
        return '';
    const url = URL.parse(withScheme(value));
    if (url === null || !isProxy(url)) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('bad-input', `${name} is ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(withoutCredentials(value))}, which is not a proxy URL.`, {
            advice: 'Use `http://host:port`. Put credentials before the host as `user:password@`, and percent-encode their special characters. Nothing was sent.',
        });
    }
    return url.href;
}
const PROTOCOLS = ['http:', 'https:', 'socks:', 'socks5:'];
function withScheme(value) {
    return /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}
function isProxy({ protocol, hostname, pathname, username, password }) {
    try {
        decodeURIComponent(username + password);
        return PROTOCOLS.includes(protocol) && hostname !== '' && ['', '/'].includes(pathname);
    }
    catch {
        return false;
    }
}
function withoutCredentials(value) {
    return value.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/i, '$1***@');
}


/***/ }),

/***/ 28394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ retryDelay),
/* harmony export */   d: () => (/* binding */ patiently)
/* harmony export */ });
const FIRST_MS = 500;
const LONGEST_MS = 15_000;
function retryDelay(failures, retryAfterMs, random) {
    const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
    const backoff = full / 2 + (full / 2) * random;
    return retryAfterMs === null ? backoff : Math.max(retryAfterMs, FIRST_MS);
}
async function patiently(read, mayRepeat, clock, signal) {
    for (let failures = 1;; failures++) {
        try {
            return await read();
        }
        catch (error) {
            if (failures === READS || !mayRepeat(error))
                throw error;
            await clock.sleep(retryDelay(failures, null, clock.random()), signal);
        }
    }
}
const READS = 4;


/***/ }),

/***/ 54440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ together)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38402);

const MOST = 10;
function together(faults) {
    const more = faults.length - MOST;
    return [...faults.slice(0, MOST), ...(more > 0 ? [`and ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(more)} more`] : [])].join('; ');
}


/***/ }),

/***/ 72362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ stepsOf),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   LN: () => (/* binding */ FileFault),
/* harmony export */   Ld: () => (/* binding */ faultTogether),
/* harmony export */   Ll: () => (/* binding */ dataUri),
/* harmony export */   MJ: () => (/* binding */ pointersIn),
/* harmony export */   NK: () => (/* binding */ readPromptFile),
/* harmony export */   PW: () => (/* binding */ FILE),
/* harmony export */   RX: () => (/* binding */ faultOfSize),
/* harmony export */   UK: () => (/* binding */ readInputFiles),
/* harmony export */   fy: () => (/* binding */ separateFiles),
/* harmony export */   gh: () => (/* binding */ faultOfPrompt),
/* harmony export */   h$: () => (/* binding */ placeFiles),
/* harmony export */   jH: () => (/* binding */ readInputFile),
/* harmony export */   jV: () => (/* binding */ POINTER_RULE),
/* harmony export */   oT: () => (/* binding */ withFiles),
/* harmony export */   wE: () => (/* binding */ readingOnce)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(36822);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(38402);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(68173);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(54440);






class FileFault extends Error {
}
const MB = 1024 * 1024;
const MAX_PROMPT = MB;
const PROMPT_RULE = `must be at most ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(MAX_PROMPT)}, which is far more than models read: shorten it`;
const MAX_BYTES = { image: 30 * MB, audio: 32 * MB, video: 64 * MB };
const MAX_TOGETHER = 64 * MB;
function faultOfPrompt(prompt) {
    return Buffer.byteLength(prompt) > MAX_PROMPT ? PROMPT_RULE : null;
}
async function readPromptFile(path) {
    const found = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(path).catch(() => null);
    if (found === null || !found.isFile())
        throw new FileFault('must name an existing file');
    if (found.size > MAX_PROMPT)
        throw new FileFault(PROMPT_RULE);
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(path));
        const prompt = text.replaceAll('\r\n', '\n').replace(/[\r\n]+$/, '');
        if (prompt !== '')
            return prompt;
    }
    catch {
        throw new FileFault('must be UTF-8 text');
    }
    throw new FileFault('must not be empty');
}
function readingOnce(read = readInputFile) {
    const known = new Map();
    return (path, parameter, workspace) => {
        const key = JSON.stringify([path, parameter]);
        const before = known.get(key);
        if (before !== undefined)
            return before;
        const reading = read(path, parameter, workspace);
        known.set(key, reading);
        return reading;
    };
}
async function readInputFiles(mapping, workspace, readFile = readInputFile) {
    const faults = [];
    const files = [];
    for (const [parameter, value] of Object.entries(mapping)) {
        const paths = [value].flat();
        const read = [];
        for (const path of paths) {
            try {
                read.push(await readFile(path, parameter, workspace));
            }
            catch (error) {
                if (!(error instanceof FileFault))
                    throw error;
                faults.push(error.message);
            }
        }
        if (paths.length === 0)
            faults.push(`must name at least one file for ${JSON.stringify(parameter)}`);
        const [only] = read;
        if (only !== undefined)
            files.push([parameter, Array.isArray(value) ? read : only]);
    }
    const found = Object.fromEntries(files);
    const fault = faultTogether(found);
    if (fault !== null)
        faults.push(fault);
    if (faults.length > 0)
        throw new FileFault((0,_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .together */ .b)(faults));
    return found;
}
function faultTogether(files) {
    const bytes = Object.values(files)
        .flat()
        .reduce((sum, file) => sum + file.bytes, 0);
    return bytes > MAX_TOGETHER ? `must be at most ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(MAX_TOGETHER)} together, but they are ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(bytes)}` : null;
}
function faultOfSize({ type, bytes }, belowMb) {
    const [kind = ''] = (type ?? '').split('/');
    const max = belowMb === null ? (MAX_BYTES[kind] ?? MAX_TOGETHER) : belowMb * MB;
    if (bytes < max || (bytes === max && belowMb === null))
        return null;
    return `must be ${belowMb === null ? 'at most' : 'less than'} ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(max)} for ${type ?? 'it'}, but is ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(bytes)}`;
}
async function readInputFile(path, parameter, workspace) {
    const what = `${JSON.stringify(parameter)}: ${JSON.stringify(path)}`;
    if (typeof path !== 'string')
        throw new FileFault(`must map parameter names to paths, but ${what} is not a path`);
    const absolute = await workspace.inside(path).catch((error) => {
        throw error instanceof _files_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .PathError */ .ER ? new FileFault(`${what} ${error.message}`) : error;
    });
    const found = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(absolute).catch(() => null);
    if (found === null || !found.isFile())
        throw new FileFault(`must name existing files, but ${what} does not exist`);
    const { lfsPointerAt, MAX_POINTER_BYTES } = await __nccwpck_require__.e(/* import() */ 6612).then(__nccwpck_require__.bind(__nccwpck_require__, 46612));
    const pointer = found.size <= MAX_POINTER_BYTES ? await lfsPointerAt(absolute) : null;
    if (pointer !== null)
        return { path: absolute, type: null, ...pointer };
    const { typeOfFile } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(2749)]).then(__nccwpck_require__.bind(__nccwpck_require__, 12749));
    const { kind, type } = (await typeOfFile(absolute)) ?? { kind: 'other', type: '' };
    if (!Object.hasOwn(MAX_BYTES, kind))
        throw new FileFault(`must be image, video or audio files, but ${what} holds ${type === '' ? 'something else' : type}`);
    if (found.size > MAX_TOGETHER)
        throw new FileFault(`must be at most ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(MAX_TOGETHER)}, but ${what} is ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(found.size)}`);
    const { sha256Of } = await __nccwpck_require__.e(/* import() */ 5231).then(__nccwpck_require__.bind(__nccwpck_require__, 5231));
    return { path: absolute, type, bytes: found.size, sha256: await sha256Of(absolute) };
}
function pointersIn(files) {
    return Object.entries(files).flatMap(([parameter, file]) => [file].flat().some(({ type, sha256 }) => type === null && sha256 !== '') ? [parameter] : []);
}
const POINTER_RULE = 'must name real files, not Git LFS pointers: set `lfs: true` for `actions/checkout`';
async function withFiles(parameters, files) {
    const uris = new Map();
    for (const file of Object.values(files).flat())
        uris.set(file, await dataUri(file));
    return placeFiles(parameters, files, (file) => uris.get(file) ?? null);
}
function placeFiles(parameters, files, encode) {
    let placed = parameters;
    for (const [key, file] of Object.entries(files)) {
        const value = 'path' in file ? encode(file) : file.map(encode);
        placed = isInside(key, parameters) ? member(placed, stepsOf(key), value) : { ...placed, [key]: value };
    }
    return placed;
}
function member(object, [step = '', ...rest], value) {
    return { ...object, [step]: valueAt(object[step] ?? null, rest, value) };
}
function valueAt(around, steps, value) {
    const [step, ...rest] = steps;
    if (step === undefined)
        return value;
    if (Array.isArray(around))
        return around.map((item, n) => (String(n) === step ? valueAt(item, rest, value) : item));
    return isObject(around) ? member(around, steps, value) : around;
}
function separateFiles(parameters) {
    const files = [];
    const faults = [];
    function pathIn(value, steps) {
        if (!isObject(value) || !Object.hasOwn(value, FILE))
            return undefined;
        if (Object.keys(value).length > 1)
            faults.push(`must have no other key beside \`${FILE}\`, as ${JSON.stringify(keyOf(steps))} has`);
        return value[FILE] ?? null;
    }
    function without(value, steps) {
        const path = pathIn(value, steps);
        if (path !== undefined) {
            files.push([keyOf(steps), path]);
            return null;
        }
        if (Array.isArray(value))
            return value.map((item, n) => without(item, [...steps, String(n)]));
        if (!isObject(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, without(inner, [...steps, name])]));
    }
    const kept = [];
    for (const [name, value] of Object.entries(parameters)) {
        const list = Array.isArray(value) ? value : [];
        const all = list.filter((item) => isObject(item) && Object.hasOwn(item, FILE));
        const path = pathIn(value, [name]);
        if (path !== undefined)
            files.push([name, path]);
        else if (all.length > 0 && all.length === list.length)
            files.push([name, list.map((item, n) => pathIn(item, [name, String(n)]) ?? null)]);
        else
            kept.push([name, without(value, [name])]);
    }
    if (faults.length > 0)
        throw new FileFault((0,_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .together */ .b)(faults));
    return { parameters: Object.fromEntries(kept), files: Object.fromEntries(files) };
}
const FILE = '$file';
function isInside(key, parameters) {
    const [first = ''] = stepsOf(key);
    return key !== first && Object.hasOwn(parameters, first);
}
function stepsOf(key) {
    return key.split('.').map((step) => step.replaceAll('~1', '.').replaceAll('~0', '~'));
}
function keyOf(steps) {
    return steps.map((step) => step.replaceAll('~', '~0').replaceAll('.', '~1')).join('.');
}
function isObject(value) {
    return (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(value) !== null;
}
async function dataUri({ path, type }) {
    if (type === null)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('bad-input', `\`files\` ${POINTER_RULE}.`);
    return `data:${type};base64,${await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(path, 'base64')}`;
}


/***/ }),

/***/ 78631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./lib/files/names.js
var names = __nccwpck_require__(90807);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __nccwpck_require__(75892);
// EXTERNAL MODULE: ./lib/inputs/table.js
var table = __nccwpck_require__(34565);
;// CONCATENATED MODULE: ./lib/inputs/combinations.js

const SOURCES = ['prompt', 'prompt-file', 'manifest', 'collect'];
function useOf(mode, { given }) {
    if (mode !== 'generate')
        return mode;
    if (given('collect') !== '')
        return 'collect';
    if (given('manifest') !== '')
        return 'manifest';
    return given('deployment') === '' ? 'model' : 'deployment';
}
function checkCombination(mode, reader) {
    const use = useOf(mode ?? 'generate', reader);
    const rivals = new Set(mode === null || mode === 'generate' ? SOURCES.filter((name) => isSaid(name, reader)) : []);
    const [first, ...others] = rivals;
    for (const name of others)
        reader.problem(name, `must not be given together with \`${first}\``);
    if (mode !== null)
        checkMissing(use, reader);
    for (const name of table/* INPUT_NAMES */.Qh) {
        const input = table/* INPUTS */.mc[name];
        if (input.says === 'how' || input.usedBy.includes(use) || rivals.has(name) || !isSaid(name, reader))
            continue;
        reader.refuse(name, whyUnused(name, input, use));
    }
}
function isSaid(name, { given }) {
    return given(name) !== '' && given(name) !== table/* INPUTS */.mc[name].default;
}
function checkMissing(use, { given, problem }) {
    if ((use === 'plan' || use === 'check' || use === 'accept') && given('manifest') === '') {
        problem('manifest', `must be given with \`mode: ${use}\``, null);
    }
    const described = ['prompt', 'prompt-file', 'parameters', 'files'];
    if (use === 'model' && described.every((name) => given(name) === '')) {
        problem('prompt', 'must be given (or `prompt-file`, `manifest` or `collect`; models that take no prompt need `parameters` or `files`, ComfyUI graphs `deployment`)', null);
    }
}
function whyUnused(name, input, use) {
    const isOfManifest = input.usedBy.includes('manifest');
    if (isOfManifest && (use === 'model' || use === 'deployment'))
        return 'must be given with `manifest`, whose ids it selects';
    if (use === 'model')
        return 'must be given with `deployment`, the id of the deployment that runs it';
    if (use === 'deployment')
        return 'must not be given with `deployment`: it is an input of models; set it in `overrides` or `parameters` instead';
    if (use === 'collect')
        return 'must not be given with `collect`, which generates nothing';
    if (use === 'cleanup')
        return 'must not be given with `mode: cleanup`, which makes nothing';
    const chosen = use === 'manifest' ? '`manifest`' : `\`mode: ${use}\``;
    if (input.says === 'which')
        return `must not be given with ${chosen}, which does not use it`;
    if (input.isManifestKey)
        return `must not be given with ${chosen}: write \`${name}\` in the manifest instead`;
    if (input.parameter !== undefined)
        return `must not be given with ${chosen}: write \`${input.parameter}\` in \`parameters\` of the manifest instead`;
    return `must not be given with ${chosen}: the manifest lists each image`;
}

// EXTERNAL MODULE: ./lib/inputs/order.js
var inputs_order = __nccwpck_require__(87617);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/files/workspace.js
var files_workspace = __nccwpck_require__(36822);
;// CONCATENATED MODULE: ./lib/inputs/paths.js



async function fileIn(workspace, relative) {
    const file = await workspace.inside(relative);
    const found = statOf(file);
    if (found === null || !found.isFile())
        throw new files_workspace/* PathError */.ER('must name an existing file');
    return file;
}
async function folderIn(workspace, relative) {
    const folder = await workspace.inside(relative);
    for (let part = folder; part.startsWith(workspace.root) && part !== workspace.root; part = external_node_path_.dirname(part)) {
        const found = statOf(part);
        if (found !== null && !found.isDirectory())
            throw new files_workspace/* PathError */.ER('must be a folder, but a file with that name exists');
    }
    return folder;
}
function statOf(absolute) {
    try {
        return (0,external_node_fs_.statSync)(absolute);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/inputs/files.js
var files = __nccwpck_require__(72362);
// EXTERNAL MODULE: ./lib/inputs/mapping.js
var mapping = __nccwpck_require__(65999);
;// CONCATENATED MODULE: ./lib/inputs/reader.js




const PARSERS = table/* INPUTS */.mc;
function createReader(raw, redacted) {
    const problems = [];
    const refused = new Set();
    const given = (name) => block(name).trim();
    const block = (name) => (refused.has(name) ? '' : (raw[name]?.trimEnd() ?? ''));
    const text = (name) => given(name) || table/* INPUTS */.mc[name].default;
    const problem = (input, rule, value = given(input)) => {
        problems.push({ input, value: value === null ? null : redacted(value), rule: redacted(rule) });
    };
    const parsed = (name, { parse, rule }) => {
        if (text(name) === '')
            return null;
        const value = parse(text(name));
        if (value === undefined)
            problem(name, rule);
        return value ?? null;
    };
    return {
        problems,
        given,
        block,
        text,
        problem,
        refuse(name, rule) {
            problem(name, rule);
            refused.add(name);
        },
        parsed,
        optional: (name) => parsed(name, PARSERS[name].kind),
        required(name) {
            const { kind } = PARSERS[name];
            const value = parsed(name, kind) ?? kind.parse(table/* INPUTS */.mc[name].default);
            if (value === undefined)
                throw new Error(`the default of ${name} does not fit its own rule`);
            return value;
        },
        async attempt(name, fallback, read) {
            try {
                return await read();
            }
            catch (error) {
                if (!(error instanceof files_workspace/* PathError */.ER || error instanceof mapping/* MappingError */.r || error instanceof files/* FileFault */.LN))
                    throw error;
                problem(name, error.message, text(name));
                return fallback;
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/inputs/secrets.js
var secrets = __nccwpck_require__(59516);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __nccwpck_require__(97035);
;// CONCATENATED MODULE: ./lib/inputs/inputs.js








async function readInputs(raw, workspace, redacted) {
    const reader = createReader(raw, redacted);
    const { given, text, optional, required, attempt } = reader;
    const apiToken = (0,secrets/* readApiToken */.qE)(reader);
    (0,secrets/* checkNames */.LN)(reader);
    const mode = optional('mode');
    checkCombination(mode, reader);
    const order = await (0,inputs_order/* readSingleOrder */.L)(reader, workspace);
    const inputs = {
        apiToken,
        apiUrl: required('api-url'),
        deploymentsUrl: required('deployments-url'),
        mode: mode ?? 'generate',
        manifest: given('manifest') === '' ? null : await attempt('manifest', null, () => fileIn(workspace, given('manifest'))),
        order: ['model', 'deployment'].includes(useOf(mode ?? 'generate', reader)) ? order : null,
        collect: optional('collect'),
        collectFrom: readCollectFrom(reader),
        only: optional('only') ?? [],
        force: optional('force') ?? [],
        outputDir: await attempt('output-dir', workspace.root, () => folderIn(workspace, text('output-dir'))),
        filename: readFilename(reader),
        artifact: readArtifact(reader),
        summary: required('summary'),
        preview: {
            comment: required('comment'),
            key: required('comment-key'),
            pull: optional('pr-number'),
            storage: required('preview-storage'),
            githubToken: given('github-token') || null,
        },
        concurrency: required('concurrency'),
        pollIntervalMs: readPollInterval(reader),
        timeoutMs: required('timeout'),
        failOn: required('fail-on'),
        maxImages: required('max-images'),
        maxCost: optional('max-cost'),
        maxDownloadSize: required('max-download-size'),
        allowedDownloadHosts: optional('allowed-download-hosts') ?? [],
        resume: required('resume'),
        matrix: given('matrix'),
    };
    checkNumbers(inputs, reader);
    if (reader.problems.length > 0)
        throw new errors/* InputError */.dz(reader.problems);
    return inputs;
}
function readCollectFrom({ given, problem }) {
    const deployment = given('deployment');
    if (given('collect') === '' || deployment === '')
        return null;
    const fault = (0,values/* faultOfDeployment */.Xh)(deployment);
    if (fault !== null)
        problem('deployment', fault);
    return deployment;
}
function readFilename({ text, problem }) {
    const fault = (0,names/* templateFault */.Rs)(text('filename'));
    if (fault !== null)
        problem('filename', fault);
    return text('filename');
}
function readArtifact({ required, optional }) {
    const isWanted = required('upload-artifact');
    const artifact = {
        name: required('artifact-name'),
        overwrite: required('artifact-overwrite'),
        archive: required('artifact-archive'),
        retentionDays: optional('artifact-retention-days'),
    };
    return isWanted ? artifact : null;
}
function readPollInterval({ required }) {
    const interval = required('poll-interval');
    return interval === 'adaptive' ? null : interval;
}
const MAX_UNZIPPED = 100;
function checkNumbers({ order, collect, maxImages, artifact }, { problem }) {
    const count = order?.count ?? 1;
    if (count > maxImages) {
        problem('count', `must be at most \`max-images\`, which is ${maxImages} and prevents accidental spending: raise it if you need more`);
    }
    if (artifact === null || artifact.archive)
        return;
    const reason = 'with `artifact-archive: false`, where each file is an artifact of its own';
    if (count > MAX_UNZIPPED)
        problem('count', `must be at most ${MAX_UNZIPPED} ${reason}`);
    if ((collect?.length ?? 0) > MAX_UNZIPPED)
        problem('collect', `must name at most ${MAX_UNZIPPED} requests ${reason}`);
}


/***/ }),

/***/ 65999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseMapping),
/* harmony export */   r: () => (/* binding */ MappingError)
/* harmony export */ });
/* harmony import */ var _lib_source_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(54534);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(54440);


class MappingError extends Error {
}
async function parseMapping(text) {
    const { source, problems } = await (0,_lib_source_js__WEBPACK_IMPORTED_MODULE_0__/* .readSource */ .o)(text);
    if (source === null || problems.length > 0)
        throw new MappingError(`must be a YAML or JSON mapping; ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .together */ .b)((0,_lib_source_js__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .a)(problems).map(placed))}`);
    if (!isMapping(source.value))
        throw new MappingError('must be a YAML or JSON mapping such as `style: ink` or `{"style": "ink"}`');
    return source.value;
}
function placed({ line, column, message }) {
    return `line ${line}, column ${column}: ${message}`;
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 87617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readSingleOrder),
/* harmony export */   U: () => (/* binding */ DEFAULT_MODEL)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(72362);
/* harmony import */ var _mapping_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(65999);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(34565);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(97035);





const DEFAULT_MODEL = 'blackforestlabs/flux-2/flex/text-to-image';
async function readSingleOrder(reader, workspace) {
    const { given, block, problem, required, attempt } = reader;
    const mapping = (name) => attempt(name, {}, async () => (given(name) === '' ? {} : await (0,_mapping_js__WEBPACK_IMPORTED_MODULE_4__/* .parseMapping */ .K)(block(name))));
    const inFile = given('prompt-file') === ''
        ? ''
        : await attempt('prompt-file', '', async () => (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readPromptFile */ .NK)(await workspace.inside(given('prompt-file'))));
    const written = await mapping('parameters');
    const { parameters: own, files: inside } = await attempt('parameters', { parameters: written, files: {} }, async () => (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .separateFiles */ .fy)(written));
    const named = await mapping('files');
    const isOfGraph = given('deployment') !== '' && given('parameters') === '';
    const filesBy = {
        files: isOfGraph ? {} : await attempt('files', {}, () => (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputFiles */ .UK)(named, workspace)),
        parameters: await attempt('parameters', {}, () => (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputFiles */ .UK)(inside, workspace)),
    };
    const files = { ...filesBy.parameters, ...filesBy.files };
    for (const name of ['files', 'parameters']) {
        const pointers = (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .pointersIn */ .MJ)(filesBy[name]);
        if (pointers.length > 0)
            problem(name, `${_files_js__WEBPACK_IMPORTED_MODULE_1__/* .POINTER_RULE */ .jV}; ${pointers.map((pointer) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pointer)).join(', ')} is such a pointer`);
    }
    const tooMuch = Object.keys(inside).length === 0 ? null : (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .faultTogether */ .Ld)(files);
    if (tooMuch !== null)
        problem('parameters', tooMuch);
    const twice = Object.keys(named).filter((name) => Object.hasOwn(written, name) || (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(name, own));
    if (twice.length > 0)
        problem('files', `must not set ${twice.map((name) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)).join(', ')}, which \`parameters\` sets too`);
    const model = given('model') || DEFAULT_MODEL;
    const modelFault = _values_js__WEBPACK_IMPORTED_MODULE_3__/* .faultOfModel */ .pf(model);
    if (modelFault !== null && given('deployment') === '')
        problem('model', modelFault);
    const parameters = { ...(inFile === '' ? {} : { prompt: inFile }), ...typedParameters(reader), ...own };
    const deployment = given('deployment') === '' || given('collect') !== ''
        ? null
        : await (await Promise.all(/* import() */[__nccwpck_require__.e(3156), __nccwpck_require__.e(5958)]).then(__nccwpck_require__.bind(__nccwpck_require__, 44774))).readDeployment(reader, { named, sent: parameters, workspace });
    const seed = Number.isSafeInteger(parameters.seed) && Number(parameters.seed) >= 0 ? Number(parameters.seed) : null;
    const count = required('count');
    if (seed !== null && seed > Number.MAX_SAFE_INTEGER - (count - 1)) {
        problem('seed', `must leave room for ${count} seeds below 2^53`, String(seed));
    }
    return { model: deployment === null ? model : '', parameters, files, seed, count, deployment };
}
function typedParameters({ parsed }) {
    const entries = _table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_NAMES */ .Qh.flatMap((name) => {
        const input = _table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc[name];
        if (input.says === 'how' || input.parameter === undefined)
            return [];
        const value = parsed(name, input.kind);
        return value === null ? [] : [[input.parameter, value]];
    });
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 59516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ checkNames),
/* harmony export */   qE: () => (/* binding */ readApiToken),
/* harmony export */   vE: () => (/* binding */ givenToken)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(97035);

function readApiToken({ given, problem }) {
    const token = given('api-token');
    if (token === '')
        return null;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .bareToken */ .eh)(token) !== token) {
        const rule = 'must be the token alone, without quotes, `NAME=` or `Bearer` around it: correct the secret';
        problem('api-token', rule, null);
        return token;
    }
    if (!/^[\x21-\x7e]+$/.test(token)) {
        problem('api-token', 'must be one word of visible ASCII characters, as copied from runcomfy.com', null);
    }
    return token;
}
function checkNames({ given, text, problem }) {
    for (const secret of ['api-token', 'github-token']) {
        const value = given(secret);
        for (const name of ['artifact-name', 'filename', 'output-dir']) {
            if (value.length >= 8 && text(name).includes(value))
                problem(name, `must not contain \`${secret}\``, null);
        }
    }
}
function givenToken(input, env) {
    return [input, env.RUNCOMFY_TOKEN, env.RUNCOMFY_API_TOKEN].find((token) => token?.trim()) ?? '';
}


/***/ }),

/***/ 34565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   wp: () => (/* binding */ isInputName)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(97035);

const MODES = ['generate', 'plan', 'check', 'accept', 'cleanup'];
const INPUTS = {
    'api-token': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'how',
    },
    mode: {
        default: 'generate',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL(...MODES),
        says: 'how',
        workflowOnly: true,
    },
    prompt: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['model', 'deployment'],
        parameter: 'prompt',
        isManifestKey: true,
    },
    'prompt-file': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['model', 'deployment'],
        isManifestKey: true,
    },
    manifest: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'which',
        usedBy: ['manifest', 'plan', 'check', 'accept'],
    },
    model: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['model'],
        isManifestKey: true,
    },
    'image-size': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .imageSize */ .R9,
        says: 'image',
        usedBy: ['model'],
        parameter: 'image_size',
    },
    seed: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD(0, Number.MAX_SAFE_INTEGER),
        says: 'image',
        usedBy: ['model', 'deployment'],
        parameter: 'seed',
    },
    'output-format': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm,
        says: 'image',
        usedBy: ['model'],
        parameter: 'output_format',
    },
    'guidance-scale': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._,
        says: 'image',
        usedBy: ['model'],
        parameter: 'guidance_scale',
    },
    'num-inference-steps': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD(1, 100_000),
        says: 'image',
        usedBy: ['model'],
        parameter: 'num_inference_steps',
    },
    'enable-prompt-expansion': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        says: 'image',
        usedBy: ['model'],
        parameter: 'enable_prompt_expansion',
    },
    parameters: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['model', 'deployment'],
        isManifestKey: true,
    },
    files: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['model', 'deployment'],
        isManifestKey: true,
    },
    deployment: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['deployment', 'collect'],
        isManifestKey: true,
    },
    workflow: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['deployment'],
        isManifestKey: true,
    },
    overrides: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'image',
        usedBy: ['deployment'],
        isManifestKey: true,
    },
    collect: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .requestIds */ .qs,
        says: 'which',
        usedBy: ['collect'],
    },
    count: {
        default: '1',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD(1, 1_000_000),
        says: 'image',
        usedBy: ['model', 'deployment'],
    },
    'output-dir': {
        default: 'runcomfy-images',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'how',
    },
    filename: {
        default: '{id}-{index}',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'how',
    },
    'upload-artifact': {
        default: 'true',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        says: 'how',
        workflowOnly: true,
    },
    'artifact-name': {
        default: 'runcomfy-images',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactName */ .Cs,
        says: 'how',
        workflowOnly: true,
    },
    'artifact-overwrite': {
        default: 'false',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        says: 'how',
        workflowOnly: true,
    },
    'artifact-archive': {
        default: 'true',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        says: 'how',
        workflowOnly: true,
    },
    'artifact-retention-days': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD(1, 400),
        says: 'how',
        workflowOnly: true,
    },
    summary: {
        default: 'true',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        says: 'how',
        workflowOnly: true,
    },
    comment: {
        default: 'false',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        says: 'how',
        workflowOnly: true,
    },
    'comment-key': {
        default: 'default',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .commentKey */ .Td,
        says: 'how',
        workflowOnly: true,
    },
    'pr-number': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD(1, Number.MAX_SAFE_INTEGER),
        says: 'how',
        workflowOnly: true,
    },
    'preview-storage': {
        default: 'auto',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL('auto', 'ref', 'hosted', 'none'),
        says: 'how',
        workflowOnly: true,
    },
    'github-token': {
        default: '',
        expression: '${{ github.token }}',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'how',
        workflowOnly: true,
    },
    concurrency: {
        default: '4',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD(1, 256),
        says: 'how',
    },
    'poll-interval': {
        default: 'adaptive',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .pollInterval */ .dq,
        says: 'how',
    },
    timeout: {
        default: '30m',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0,
        says: 'how',
    },
    only: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .globs */ .gV,
        says: 'which',
        usedBy: ['manifest', 'plan', 'check', 'accept'],
    },
    force: {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .globs */ .gV,
        says: 'which',
        usedBy: ['manifest', 'plan'],
    },
    'fail-on': {
        default: 'any',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL('any', 'all', 'never'),
        says: 'how',
    },
    'max-images': {
        default: '50',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD(1, 1_000_000),
        says: 'how',
    },
    'max-cost': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9,
        says: 'how',
    },
    'max-download-size': {
        default: '512MB',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .byteSize */ .mz,
        says: 'how',
    },
    'allowed-download-hosts': {
        default: '',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .hostList */ .pX,
        says: 'how',
    },
    resume: {
        default: 'true',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        says: 'how',
    },
    'api-url': {
        default: 'https://model-api.runcomfy.net',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceOrigin */ .I0,
        says: 'how',
    },
    'deployments-url': {
        default: 'https://api.runcomfy.net',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceOrigin */ .I0,
        says: 'how',
    },
    matrix: {
        default: '',
        expression: '${{ toJSON(matrix) }}',
        kind: _values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        says: 'how',
        workflowOnly: true,
    },
};
const INPUT_NAMES = Object.keys(INPUTS).filter(isInputName);
function isInputName(name) {
    return Object.hasOwn(INPUTS, name);
}


/***/ }),

/***/ 97035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   I0: () => (/* binding */ serviceOrigin),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   R9: () => (/* binding */ imageSize),
/* harmony export */   Td: () => (/* binding */ commentKey),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   Xh: () => (/* binding */ faultOfDeployment),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   dq: () => (/* binding */ pollInterval),
/* harmony export */   eh: () => (/* binding */ bareToken),
/* harmony export */   gV: () => (/* binding */ globs),
/* harmony export */   mz: () => (/* binding */ byteSize),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pX: () => (/* binding */ hostList),
/* harmony export */   pf: () => (/* binding */ faultOfModel),
/* harmony export */   qs: () => (/* binding */ requestIds),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _files_hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(55144);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(38402);
/* harmony import */ var _lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31706);



const text = { parse: (given) => given, rule: 'must be text' };
const boolean = {
    parse: (text) => (/^(true|True|TRUE)$/.test(text) ? true : /^(false|False|FALSE)$/.test(text) ? false : undefined),
    rule: 'must be `true` or `false`',
};
function wholeNumber(least, max) {
    return {
        parse: (text) => {
            const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
            return Number.isSafeInteger(number) && number >= least && number <= max ? number : undefined;
        },
        rule: `must be a whole number from ${least} to ${max === Number.MAX_SAFE_INTEGER ? '2^53-1' : (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(max)}`,
    };
}
function finiteNumber(text) {
    const number = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(number) ? number : undefined;
}
const AROUND_A_TOKEN = [
    /^(export|set)\s+(?=\S)/i,
    /^(authorization\s*:\s*)?bearer\s+(?=\S)/i,
    /^[A-Za-z_]\w*\s*=\s*(?=[^=\s])/,
    /^[\w-]*token\s*:\s*(?=\S)/i,
    /^["'`]+(?=[^"'`])/,
    /(?<=[^"'`;])["'`;]+$/,
];
function bareToken(given) {
    const around = AROUND_A_TOKEN.find((form) => form.test(given));
    return around === undefined ? given : bareToken(given.replace(around, '').trim());
}
const decimal = { parse: finiteNumber, rule: 'must be a number such as `3.5`' };
const dollars = {
    parse: (text) => {
        const amount = finiteNumber(text);
        return amount !== undefined && amount >= 0 ? amount : undefined;
    },
    rule: 'must be an amount in USD such as `1.50`, not below 0',
};
function oneOf(...words) {
    return {
        parse: (text) => words.find((word) => word === text),
        rule: `must be one of ${words.map((word) => `\`${word}\``).join(', ')}`,
    };
}
const word = {
    parse: (text) => (/^[\w.-]+$/.test(text) ? text : undefined),
    rule: 'must be one word such as `png` or `jpeg`',
};
const imageSize = {
    parse: (text) => {
        const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/i.exec(text) ?? [];
        if (width !== undefined && height !== undefined)
            return { width: Number(width), height: Number(height) };
        return /^[a-z][\w.-]*$/i.test(text) ? text : undefined;
    },
    rule: 'must be a preset name such as `square_hd`, or WIDTHxHEIGHT such as `1024x768`',
};
const MS = new Map([
    ['', 1000],
    ['ms', 1],
    ['s', 1000],
    ['m', 60_000],
    ['h', 3_600_000],
]);
const LONGEST_MS = 5 * 24 * 3_600_000;
const duration = {
    parse: (text) => {
        const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
        const ms = Math.round(Number(number) * (MS.get(unit) ?? Number.NaN));
        return number !== '' && ms > 0 && ms <= LONGEST_MS ? ms : undefined;
    },
    rule: 'must be a duration above zero such as `500ms`, `2s`, `10m`, `1h` (a bare number is seconds), at most five days',
};
const pollInterval = {
    parse: (text) => (text === 'adaptive' ? text : duration.parse(text)),
    rule: `must be \`adaptive\`, or ${duration.rule.replace('must be ', '')}`,
};
const BYTES = new Map([
    ['', 1],
    ['b', 1],
    ['kb', 1024],
    ['mb', 1024 ** 2],
    ['gb', 1024 ** 3],
]);
const byteSize = {
    parse: (text) => {
        const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s?(b|kb|mb|gb)?$/i.exec(text) ?? [];
        const bytes = Math.floor(Number(number) * (BYTES.get(unit.toLowerCase()) ?? Number.NaN));
        return number !== '' && bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
    },
    rule: 'must be a size above zero such as `800KB`, `5MB`, `2GB` (a bare number is bytes)',
};
const artifactName = {
    parse: (text) => (/[":<>|*?\\/\u0000-\u001f\u007f]|##\[/.test(text) || text.length > 200 ? undefined : text),
    rule: 'must not contain control characters or any of " : < > | * ? \\ /, nor have more than 200 characters',
};
const serviceOrigin = {
    parse: (text) => {
        const url = URL.parse(text);
        if (url === null || url.pathname !== '/' || /[?#@\\\s]/.test(text))
            return undefined;
        return url.protocol === 'https:' || (url.protocol === 'http:' && (0,_files_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url)) ? url : undefined;
    },
    rule: 'must be an https origin such as `https://proxy.example.com`, without path (http only for a loopback address)',
};
const hostList = {
    parse: (text) => {
        const hosts = listed(text).map(host);
        return hosts.includes('') ? undefined : hosts;
    },
    rule: 'must be one `host` or `host:port` per line, without scheme, path or wildcard',
};
const globs = { parse: listed, rule: 'must be glob patterns such as `icons/*`' };
function listed(text) {
    return text
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
const requestIds = {
    parse: (text) => {
        const ids = text.startsWith('[') ? textsOf(text) : listed(text);
        const isUsable = ids.length > 0 && ids.every(_lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isRequestId */ .h);
        return isUsable ? [...new Set(ids)] : undefined;
    },
    rule: 'must be request ids, one per line, comma-separated or as a JSON array such as output `request-ids`, at least one',
};
function textsOf(json) {
    try {
        const items = JSON.parse(json);
        const texts = Array.isArray(items) ? items.filter((item) => typeof item === 'string') : [];
        return Array.isArray(items) && texts.length === items.length ? texts : [];
    }
    catch {
        return [];
    }
}
const commentKey = {
    parse: (text) => /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(text) && !/\.\.|\.lock$|\.$/.test(text) ? text : undefined,
    rule: 'must be at most 64 letters, digits and `. _ -`, beginning with a letter or digit',
};
function host(text) {
    if (!/^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(text))
        return '';
    const url = URL.parse(`https://${text}`);
    return url === null ? '' : (0,_files_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostAndPort */ .PG)(url);
}
function faultOfModel(model) {
    if (/^https?:/i.test(model)) {
        return 'must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`, not an address: copy it from the API tab of the model (the page address is spelled differently)';
    }
    const segments = model.split('/');
    const usable = segments.length >= 2 &&
        segments.every((segment) => /^[A-Za-z0-9_.-]+$/.test(segment) && !/^\.{1,2}$/.test(segment));
    return usable ? null : 'must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`';
}
function faultOfDeployment(text) {
    if ((0,_lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isDeploymentId */ .Z)(text))
        return null;
    const rule = 'must be the id of a deployment such as `8f0e2c5a-0000-4000-8000-0123456789ab`';
    return /^https?:/i.test(text)
        ? `${rule}, not an address: copy the id from the page of the deployment on runcomfy.com`
        : rule;
}


/***/ }),

/***/ 58508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openClaims)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var _lib_disk_key_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(46028);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(75892);





function openClaims(temp, job, owner) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.join(temp, `runcomfy-claims-${hashOf(job)}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
    }
    catch (error) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('save-failed', `${folder} cannot be made: ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asActionError */ .z6)(error, 'making it').message}.`, {
            advice: 'Nothing was submitted. Free up disk space on the runner, or fix RUNNER_TEMP, then run again.',
            cause: error,
        });
    }
    function take(what) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, hashOf(what));
        try {
            const claim = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, 'wx');
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(claim, owner);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(claim);
            }
            return true;
        }
        catch (error) {
            if (!(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('EEXIST'))
                throw error;
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8') === owner;
        }
    }
    return {
        countUse(step) {
            let use = 1;
            while (!take(`use ${use} of ${step}`))
                use += 1;
            return use;
        },
        mayReplace: true,
        takeFile: (file) => take(`file ${(0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_4__/* .diskKey */ .n)(file.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/'))}`),
    };
}
function hashOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 54502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(75892);


function openJournal(file) {
    let broken = null;
    return {
        isComplete: () => broken === null,
        write(entry) {
            try {
                if (broken === null)
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, `${JSON.stringify(entry)}\n`);
            }
            catch (error) {
                broken = error;
            }
            if (broken !== null && (entry.entry === 'run' || entry.entry === 'submitting'))
                throw noLicence(file, broken);
        },
    };
}
function noLicence(file, cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('save-failed', `Not submitted: the journal ${file} cannot be written (${said}).`, {
        advice: 'Without the journal, a paid request could not be found after a crash. Free up disk space, or make that folder writable, then run again.',
        cause,
    });
}


/***/ }),

/***/ 31692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ loadRecord),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   d_: () => (/* binding */ patiently)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(96852);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);


const MAX_CONFLICTS = 8;
const PAUSE_MS = 500;
async function loadRecord(store, name, signal) {
    let found = foundIn(await store.load(name, signal));
    while (found.revision > 0) {
        const next = foundIn(await store.load(name, signal, found.revision + 1));
        if (next.revision <= found.revision)
            break;
        found = { record: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeRecords */ .PI)(found.record, next.record), revision: next.revision };
    }
    return found;
}
function foundIn(stored) {
    if (stored === null)
        return { record: new Map(), revision: 0 };
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)(stored.text))
        throw new _store_js__WEBPACK_IMPORTED_MODULE_1__/* .StoreSilent */ .hj('the record cannot be read');
    return { record: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRecord */ .Hh)(stored.text), revision: stored.revision };
}
async function keep(entries, { store, name, clock, signal }) {
    let conflicts = 0;
    let abandoned = 0;
    let present = await loadRecord(store, name, signal);
    for (;;) {
        if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsAll */ .mA)(present.record, entries))
            return;
        const revision = present.revision + 1 + abandoned;
        try {
            await store.save(name, { text: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordText */ .Pe)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeRecords */ .PI)(present.record, entries)), revision }, signal);
        }
        catch (error) {
            if (!(error instanceof _store_js__WEBPACK_IMPORTED_MODULE_1__/* .StoreConflict */ .yo))
                throw error;
            conflicts += 1;
            if (conflicts > MAX_CONFLICTS)
                throw new _store_js__WEBPACK_IMPORTED_MODULE_1__/* .StoreSilent */ .hj('other writers were always faster', null, { cause: error });
            await clock.sleep(PAUSE_MS * (0.5 + clock.random()), signal);
        }
        const newest = await loadRecord(store, name, signal);
        if (newest.revision === present.revision && conflicts > 0 && conflicts % 3 === 0)
            abandoned += 1;
        present = newest;
    }
}
async function patiently(ask, { clock, signal, withinMs }) {
    const started = clock.now();
    for (let wait = 1_000;; wait *= 2) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof _store_js__WEBPACK_IMPORTED_MODULE_1__/* .StoreSilent */ .hj))
                throw error;
            const pause = Math.max(error.retryAfterMs ?? 0, wait * (0.5 + clock.random() / 2));
            if (clock.now() + pause - started > withinMs)
                throw error;
            await clock.sleep(pause, signal);
        }
    }
}


/***/ }),

/***/ 54648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ journalOf),
/* harmony export */   au: () => (/* binding */ openLedger),
/* harmony export */   zL: () => (/* binding */ dateAfter)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93484);
/* harmony import */ var _keep_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31692);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(96852);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1264);





const LOOK_UP_MS = 15_000;
const PROBE_MS = 2_000;
const GATHER_MS = 300;
const WAVE_MS = 3_000;
const FINISH_MS = 2_000;
const SAVE_EVERY_MS = 30_000;
async function openLedger(options) {
    const { store, name, journal, clock, log, runId, attempt, forced, cancelled } = options;
    const closed = new AbortController();
    const own = new Map();
    const news = new Set();
    const recorded = new Map();
    const submitting = new Set();
    let refusal = null;
    let isSilent = false;
    let saving = false;
    let writing = null;
    const ending = new AbortController();
    let nextSave = 0;
    async function meetRefusal(error) {
        if (!(error instanceof _store_js__WEBPACK_IMPORTED_MODULE_4__/* .StoreRefused */ .yh))
            return;
        const isFirst = refusal === null;
        refusal = error;
        if (isFirst)
            await log.warning(noRecord(error));
    }
    async function lookUp(from) {
        try {
            const patience = { clock, signal: cancelled, withinMs: LOOK_UP_MS };
            return (await (0,_keep_js__WEBPACK_IMPORTED_MODULE_2__/* .patiently */ .d_)(() => (0,_keep_js__WEBPACK_IMPORTED_MODULE_2__/* .loadRecord */ .Ck)(from, name, cancelled), patience)).record;
        }
        catch (error) {
            cancelled.throwIfAborted();
            if (!(error instanceof _store_js__WEBPACK_IMPORTED_MODULE_4__/* .StoreRefused */ .yh))
                throw nobodyAnswered(error);
            await meetRefusal(error);
            return new Map();
        }
    }
    if (store !== null && options.doubtful) {
        const limit = (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .zc)(clock, PROBE_MS, () => new Error('out of time'), cancelled);
        await store.probe(name, limit.signal).catch(meetRefusal);
        limit.end();
    }
    const found = store === null || !options.lookUp || refusal !== null ? (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRecord */ .Hh)(null) : await lookUp(store);
    const byOrder = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .requestsByOrder */ .s4)(found);
    const entries = journalOf(journal, clock);
    function unsaved() {
        return (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)([...news].flatMap((task) => own.get(task) ?? []));
    }
    function note({ name: task }, entry) {
        own.set(task, entry);
        checkNews(task, entry);
        void saveSoon();
    }
    function checkNews(task, entry) {
        if ((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isNews */ .Ms)(entry, recorded.get((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(entry))))
            news.add(task);
        else
            news.delete(task);
    }
    function markRecorded(entries) {
        const standings = [...entries].map(([key, entry]) => [key, (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .standingOf */ .YP)(entry)]);
        for (const [key, standing] of standings)
            recorded.set(key, standing);
        if (standings.length > 0)
            journal.write({ entry: 'recorded', standings });
    }
    async function saveSoon() {
        if (store === null || saving)
            return;
        saving = true;
        try {
            while (refusal === null && news.size > 0) {
                await clock.sleep(Math.max(GATHER_MS, nextSave - clock.now()), ending.signal);
                const waveEnds = clock.now() + WAVE_MS;
                while (submitting.size > 0 && clock.now() < waveEnds)
                    await clock.sleep(GATHER_MS, ending.signal);
                nextSave = clock.now() + SAVE_EVERY_MS;
                const wave = unsaved();
                try {
                    writing = (0,_keep_js__WEBPACK_IMPORTED_MODULE_2__/* .keep */ .aC)(wave, { store, name, clock, signal: closed.signal });
                    await writing;
                    markRecorded(wave);
                    for (const task of [...news]) {
                        const entry = own.get(task);
                        if (entry !== undefined)
                            checkNews(task, entry);
                    }
                    isSilent = false;
                }
                catch (error) {
                    isSilent = error instanceof _store_js__WEBPACK_IMPORTED_MODULE_4__/* .StoreSilent */ .hj;
                    if (error instanceof _store_js__WEBPACK_IMPORTED_MODULE_4__/* .StoreSilent */ .hj)
                        nextSave = Math.max(nextSave, clock.now() + (error.retryAfterMs ?? 0));
                    else
                        await meetRefusal(error);
                }
                ending.signal.throwIfAborted();
            }
        }
        catch {
        }
        finally {
            saving = false;
            writing = null;
        }
    }
    return {
        paid(task) {
            const entry = byOrder.get((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(task));
            if (entry === undefined || (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isDead */ .XU)(entry.ending))
                return null;
            if (forced.has(task.id) && entry.runId !== runId)
                return null;
            if (attempt > 1 && (entry.ending === 'refused' || entry.ending === 'empty'))
                return null;
            const { requestId, ending, acceptedAt } = entry;
            return { requestId, ending, acceptedAt, whenGone: 'submit' };
        },
        submitting(task) {
            entries.submitting(task);
            submitting.add(task.name);
        },
        refused(task) {
            submitting.delete(task.name);
            entries.refused(task);
        },
        accepted(task, requestId) {
            submitting.delete(task.name);
            const order = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(task);
            const at = dateAfter(byOrder.get(order), clock);
            entries.accepted(task, requestId, at);
            note(task, { order, requestId, ...handleOf(task), ending: null, acceptedAt: at, seenAt: at, runId, attempt });
        },
        adopted(task, requestId) {
            const order = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(task);
            const onRecord = found.get((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)({ order, requestId }));
            const at = onRecord?.acceptedAt ?? clock.date();
            entries.accepted(task, requestId, at);
            if (onRecord !== undefined)
                markRecorded((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)([onRecord]));
            note(task, onRecord ?? { order, requestId, ...handleOf(task), ending: null, acceptedAt: at, seenAt: at, runId, attempt });
        },
        ended(task, how) {
            submitting.delete(task.name);
            entries.ended(task, how);
            const at = clock.date();
            const entry = own.get(task.name);
            if (how === 'unknown') {
                const lost = { order: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(task), requestId: null };
                const onRecord = found.get((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(lost));
                if (onRecord !== undefined)
                    markRecorded((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)([onRecord]));
                note(task, onRecord ?? { ...lost, ...handleOf(task), ending: how, acceptedAt: at, seenAt: at, runId, attempt });
            }
            else if (entry !== undefined) {
                note(task, { ...entry, ending: how, seenAt: at, attempt });
            }
        },
        isKept: () => store !== null && refusal === null && !isSilent,
        collectBy: 'Re-run this job',
        async close() {
            const over = new Error('the step is over');
            ending.abort(over);
            if (writing !== null && !cancelled.aborted) {
                const limit = (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .zc)(clock, FINISH_MS, () => over, cancelled);
                await (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .noLongerThan */ .Cy)(limit.signal, writing).catch(() => { });
                limit.end();
            }
            closed.abort(over);
        },
    };
}
function journalOf(journal, clock) {
    return {
        submitting(task) {
            const at = clock.date();
            journal.write({ entry: 'submitting', task: task.name, order: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(task), at, ...handleOf(task) });
        },
        refused: ({ name: task }) => journal.write({ entry: 'refused', task }),
        accepted(task, requestId, at) {
            journal.write({ entry: 'accepted', task: task.name, order: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(task), at, requestId, ...handleOf(task) });
        },
        ended: ({ name: task }, how) => journal.write({ entry: 'ended', task, how }),
    };
}
function dateAfter(known, clock) {
    return Math.max(clock.date(), (known?.acceptedAt ?? 0) + 1);
}
function handleOf({ deployment }) {
    return deployment === null ? {} : { deployment: deployment.id };
}
function nobodyAnswered(error) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('unavailable', `Looking up what earlier runs have paid for: the Actions cache did not respond within ${LOOK_UP_MS / 1000} s (${error instanceof Error ? error.message : error}).`, {
        advice: 'Nothing was submitted, to avoid paying twice. Run again later. To continue without the lookup, and pay for everything again, set `resume: false`.',
        cause: error,
    });
}
function noRecord(error) {
    return `The Actions cache refused the record of paid requests (${error.message}). Later runs cannot find what this run pays for, and would pay again. Add \`cache-mode: write\` to the workflow, or pass output \`request-ids\` to \`collect\`.`;
}


/***/ }),

/***/ 96852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Ms: () => (/* binding */ isNews),
/* harmony export */   PI: () => (/* binding */ mergeRecords),
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   XU: () => (/* binding */ isDead),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   mA: () => (/* binding */ holdsAll),
/* harmony export */   mJ: () => (/* binding */ orderOf),
/* harmony export */   s4: () => (/* binding */ requestsByOrder),
/* harmony export */   wP: () => (/* binding */ isWhole),
/* harmony export */   yp: () => (/* binding */ isEnding),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(68173);
/* harmony import */ var _lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31706);



function keyOf({ order, requestId }) {
    return `${order} ${requestId ?? ''}`;
}
function recordOf(entries) {
    const record = new Map();
    for (const entry of entries)
        put(record, entry);
    return record;
}
function orderOf({ id, recipe, occurrence }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([id, recipe, occurrence]))
        .digest('hex')
        .slice(0, 40);
}
function isDead(ending) {
    return ending === 'failed' || ending === 'cancelled' || ending === 'gone';
}
function standingOf({ ending }) {
    return ending === null || ending === 'finished' || ending === 'running' ? 'open' : ending;
}
function isNews(entry, recorded) {
    return recorded === undefined ? !isDead(entry.ending) : recorded !== standingOf(entry);
}
function requestsByOrder(record) {
    const requests = new Map();
    for (const entry of record.values()) {
        const best = requests.get(entry.order);
        if (best === undefined || goesBefore(entry, best))
            requests.set(entry.order, entry);
    }
    return requests;
}
function goesBefore(entry, other) {
    if (isDead(entry.ending) !== isDead(other.ending))
        return isDead(other.ending);
    return entry.acceptedAt > other.acceptedAt;
}
function mergeRecords(one, other) {
    const merged = new Map(one);
    for (const entry of other.values())
        put(merged, entry);
    return merged;
}
function put(record, entry) {
    const present = record.get(keyOf(entry));
    if (present === undefined || isNewer(entry, present))
        record.set(keyOf(entry), entry);
}
function isNewer(entry, than) {
    if (isDead(entry.ending) !== isDead(than.ending))
        return isDead(entry.ending);
    if (entry.seenAt !== than.seenAt)
        return entry.seenAt > than.seenAt;
    return JSON.stringify(written(entry)) > JSON.stringify(written(than));
}
function holdsAll(present, entries) {
    return [...entries].every(([key, entry]) => {
        const found = present.get(key);
        return found !== undefined && (standingOf(found) === standingOf(entry) || isNewer(found, entry));
    });
}
const MAX_ENTRIES = 20_000;
function recordText(record) {
    const requests = [...record.values()].sort((a, b) => a.acceptedAt - b.acceptedAt).slice(-MAX_ENTRIES);
    return `${JSON.stringify({ version: 1, requests: requests.map(written) })}\n`;
}
function written({ order, requestId, deployment, ending, acceptedAt, seenAt, runId, attempt, }) {
    return {
        order,
        request_id: requestId,
        ...(deployment === undefined ? {} : { deployment }),
        ending,
        accepted_at: acceptedAt,
        seen_at: seenAt,
        run_id: runId,
        attempt,
    };
}
function isWhole(text) {
    return (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(text) !== null;
}
function parseRecord(text) {
    const { version, requests } = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(text ?? '') ?? {};
    return version === 1 && Array.isArray(requests)
        ? recordOf(requests.flatMap((one) => entryFrom(one) ?? []))
        : new Map();
}
function entryFrom(value) {
    const { order, request_id: requestId, ending, accepted_at: acceptedAt, seen_at: seenAt, ...rest } = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(value) ?? {};
    if (typeof order !== 'string' || !/^[0-9a-f]{40}$/.test(order))
        return null;
    if (requestId !== null && !(typeof requestId === 'string' && (0,_lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isRequestId */ .h)(requestId)))
        return null;
    if (ending !== null && !isEnding(ending))
        return null;
    if (!isTime(acceptedAt) || !isTime(seenAt))
        return null;
    const { run_id: runId, attempt, deployment } = rest;
    if (deployment !== undefined && !(typeof deployment === 'string' && (0,_lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isDeploymentId */ .Z)(deployment)))
        return null;
    return {
        order,
        requestId,
        ...(deployment === undefined ? {} : { deployment }),
        ending,
        acceptedAt,
        seenAt,
        runId: typeof runId === 'string' ? runId : '',
        attempt: typeof attempt === 'number' ? attempt : 1,
    };
}
function isTime(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
const ENDINGS = new Set([
    'finished',
    'failed',
    'refused',
    'empty',
    'cancelled',
    'running',
    'outlasted',
    'unknown',
    'gone',
]);
function isEnding(value) {
    return typeof value === 'string' && ENDINGS.has(value);
}


/***/ }),

/***/ 1264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hj: () => (/* binding */ StoreSilent),
/* harmony export */   yh: () => (/* binding */ StoreRefused),
/* harmony export */   yo: () => (/* binding */ StoreConflict)
/* harmony export */ });
class StoreRefused extends Error {
}
class StoreSilent extends Error {
    retryAfterMs;
    constructor(message, retryAfterMs = null, options = {}) {
        super(message, options);
        this.retryAfterMs = retryAfterMs;
    }
}
class StoreConflict extends StoreSilent {
}


/***/ }),

/***/ 42388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ manifestRecord),
/* harmony export */   dZ: () => (/* binding */ jobName),
/* harmony export */   oU: () => (/* binding */ stepRecord),
/* harmony export */   yK: () => (/* binding */ runIdentity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);

function runIdentity(env, pull) {
    const [file = ''] = (env.GITHUB_WORKFLOW_REF ?? '').split('@');
    return {
        repository: env.GITHUB_REPOSITORY ?? '',
        workflow: [file, env.GITHUB_WORKFLOW ?? ''].join(' '),
        job: env.GITHUB_JOB ?? '',
        call: (env.ACTIONS_ORCHESTRATION_ID ?? '').split('.').slice(1).join('.'),
        step: env.GITHUB_ACTION ?? '',
        runId: env.GITHUB_RUN_ID ?? '',
        attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
        ref: env.GITHUB_REF ?? '',
        pull,
        drawsAnew: false,
    };
}
function jobName({ runId, attempt, job, call }, matrix) {
    return JSON.stringify([runId, attempt, job, call, matrixName(matrix)]);
}
function manifestRecord({ repository, ref, pull }, manifest) {
    return recordName(['manifest', repository, pull === null ? ref : pull, manifest]);
}
function stepRecord({ repository, workflow, job, call, step, runId, pull }, { matrix, use, outputDir, filename }) {
    const scope = pull === null ? `run ${runId}` : pull;
    return recordName([
        'step',
        repository,
        scope,
        workflow,
        job,
        call,
        matrixName(matrix),
        step,
        use,
        outputDir,
        filename,
    ]);
}
function matrixName(matrix) {
    try {
        const value = JSON.parse(matrix);
        return value === null ? '' : JSON.stringify(value);
    }
    catch {
        return matrix.trim();
    }
}
function recordName(parts) {
    return `runcomfy-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}


/***/ }),

/***/ 9968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
function canonicalJson(value) {
    const sorted = sortedCopy(value);
    if (sorted !== undefined)
        return JSON.stringify(sorted);
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    return `{${sortedMembers(value)
        .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
        .join(',')}}`;
}
function sortedCopy(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value)) {
        const items = value.map(sortedCopy);
        return items.every((item) => item !== undefined) ? items : undefined;
    }
    const copy = {};
    for (const [name, member] of sortedMembers(value)) {
        const sorted = keepsItsPlace(name) ? sortedCopy(member) : undefined;
        if (sorted === undefined)
            return undefined;
        copy[name] = sorted;
    }
    return copy;
}
function sortedMembers(value) {
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
function keepsItsPlace(name) {
    return !/^\d/.test(name) && name !== '__proto__';
}


/***/ }),

/***/ 75953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const systemClock = {
    now: () => Number(process.hrtime.bigint()) / 1e6,
    date: () => Date.now(),
    random: () => Math.random(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const abort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', abort);
            resolve();
        }, Math.min(ms, LONGEST_TIMER_MS));
        signal?.addEventListener('abort', abort, { once: true });
    }),
};


/***/ }),

/***/ 40764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ limitOf)
/* harmony export */ });
function limitOf(places) {
    const waiting = [];
    let free = places;
    return async (work) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                free += 1;
            else
                next();
        }
    };
}


/***/ }),

/***/ 46028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diskKey)
/* harmony export */ });
function diskKey(name) {
    return name.normalize('NFC').toLowerCase();
}


/***/ }),

/***/ 75892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fv: () => (/* binding */ errorCodes),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
class ActionError extends Error {
    kind;
    advice;
    constructor(kind, message, { advice = '', cause } = {}) {
        super(message, { cause });
        this.name = new.target.name;
        this.kind = kind;
        this.advice = advice;
    }
    get text() {
        if (this.advice === '')
            return this.message;
        return `${this.message}${this.message.includes('\n') ? '\n' : ' '}${this.advice}`;
    }
}
class InputError extends ActionError {
    problems;
    constructor(problems) {
        const [first] = problems;
        const lines = problems.map(describeProblem);
        super('bad-input', problems.length === 1 && first
            ? `Input ${lines[0]}.`
            : `${problems.length} inputs are invalid:\n${lines.map((line) => `- ${line}`).join('\n')}`, { advice: 'Nothing was sent to RunComfy.' });
        this.problems = problems;
    }
}
function describeProblem({ input, value, rule }) {
    return value === null ? `${input}: ${rule}` : `${input}: got ${quoted(value)}, ${rule}`;
}
function quoted(text, max = 120) {
    const line = text
        .slice(0, max * 16)
        .replace(/\s+/g, ' ')
        .trim();
    const characters = Array.from(line);
    return `"${characters.length > max ? `${characters.slice(0, max).join('')}\u2026` : line}"`;
}
function asActionError(thrown, doing) {
    if (thrown instanceof ActionError)
        return thrown;
    const said = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
    return new ActionError('internal', `${doing}: ${said}`, { cause: thrown });
}
function causes(thrown) {
    const found = new Set();
    const visit = (error) => {
        if (typeof error !== 'object' || error === null || found.has(error))
            return;
        found.add(error);
        if (error instanceof AggregateError)
            error.errors.forEach(visit);
        if ('cause' in error)
            visit(error.cause);
    };
    visit(thrown);
    return [...found];
}
function errorCodes(thrown) {
    return causes(thrown).flatMap((error) => ('code' in error && typeof error.code === 'string' ? [error.code] : []));
}


/***/ }),

/***/ 38402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   dR: () => (/* binding */ usd),
/* harmony export */   eg: () => (/* binding */ sumUsd),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
function duration(ms) {
    if (Math.round(ms) < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${Math.floor(ms / 100) / 10} s`;
    const seconds = Math.floor(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 ? `${minutes}m` : `${minutes}m ${pad(seconds % 60)}s`;
    return minutes % 60 === 0 ? `${minutes / 60}h` : `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}
function size(bytes) {
    if (bytes < 1024)
        return `${bytes} B`;
    let value = bytes / 1024;
    for (const unit of ['KB', 'MB']) {
        if (value < 999.5)
            return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
        value /= 1024;
    }
    return `${value.toFixed(1)} GB`;
}
function usd(amount) {
    const digits = amount !== 0 && Math.abs(amount) < 0.1 && !Number.isInteger(Math.round(amount * 1e6) / 1e4) ? 4 : 2;
    return `$${amount.toFixed(digits)}`;
}
function sumUsd(amounts) {
    return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 1e6) / 1e6;
}
function counted(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
function grouped(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
function pad(number) {
    return String(number).padStart(2, '0');
}


/***/ }),

/***/ 68173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ap: () => (/* binding */ membersBackwards),
/* harmony export */   dw: () => (/* binding */ parseJsonObject),
/* harmony export */   o$: () => (/* binding */ jsonObject)
/* harmony export */ });
function jsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
function parseJsonObject(text) {
    try {
        return jsonObject(JSON.parse(text.replace(/^\uFEFF/, '')));
    }
    catch {
        return null;
    }
}
function* membersBackwards(value) {
    if (Array.isArray(value))
        for (let n = value.length - 1; n >= 0; n--)
            yield ['', value[n]];
    else
        yield* Object.entries(value).reverse();
}


/***/ }),

/***/ 16202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
function once(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}


/***/ }),

/***/ 31706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isDeploymentId),
/* harmony export */   h: () => (/* binding */ isRequestId)
/* harmony export */ });
function isRequestId(text) {
    return /^[A-Za-z0-9_-]{1,128}$/.test(text);
}
function isDeploymentId(text) {
    return isRequestId(text);
}


/***/ }),

/***/ 81459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ pagesOf),
/* harmony export */   W: () => (/* binding */ besidesIds)
/* harmony export */ });
function pagesOf(deployments) {
    const isUnknown = deployments.length === 0;
    const pages = [
        ...(isUnknown || deployments.includes(null) ? ['Generations'] : []),
        ...(isUnknown || deployments.some((id) => id !== null) ? ['Deployments'] : []),
    ];
    return `${pages.join(' and ')} on runcomfy.com`;
}
function besidesIds(deployments) {
    const ids = new Set(deployments.filter((id) => id !== null));
    return ids.size === 0 ? '' : ` (with \`deployment: ${[...ids].join('` or `')}\`)`;
}


/***/ }),

/***/ 54534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder),
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
function inOrder(problems) {
    return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
async function readSource(text) {
    const { readYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(8523)]).then(__nccwpck_require__.bind(__nccwpck_require__, 88523));
    return readYaml(text);
}


/***/ }),

/***/ 93484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ noLongerThan),
/* harmony export */   Dc: () => (/* binding */ graceAfter),
/* harmony export */   zc: () => (/* binding */ timeLimit)
/* harmony export */ });
const ENDED = new Error('ended before its time');
function timeLimit(clock, ms, reason, outer = null) {
    const limit = new AbortController();
    const done = new AbortController();
    const unlink = link(outer, limit);
    clock.sleep(ms, done.signal).then(() => limit.abort(reason()), () => { });
    return {
        signal: limit.signal,
        end() {
            unlink();
            done.abort(ENDED);
        },
    };
}
function graceAfter(signal, clock, ms, outer) {
    const limit = new AbortController();
    const done = new AbortController();
    const unlink = link(outer, limit);
    const begin = () => {
        clock.sleep(ms, done.signal).then(() => limit.abort(signal.reason), () => { });
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener('abort', begin, { once: true });
    return {
        signal: limit.signal,
        end() {
            unlink();
            signal.removeEventListener('abort', begin);
            done.abort(ENDED);
        },
    };
}
function link(outer, limit) {
    const abort = () => limit.abort(outer?.reason);
    if (outer?.aborted === true)
        abort();
    else
        outer?.addEventListener('abort', abort, { once: true });
    return () => outer?.removeEventListener('abort', abort);
}
function noLongerThan(signal, work) {
    const over = new Promise((_, reject) => {
        if (signal.aborted)
            reject(signal.reason);
        else
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    return Promise.race([work, over]);
}


/***/ }),

/***/ 80342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(36863);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(75892);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(70100);





const cancelled = new AbortController();
const forceStop = new AbortController();
const signals = { cancelled: cancelled.signal, forceStop: forceStop.signal };
let signalled = 0;
let signalledAt = 0;
const ONE_SIGNAL_MS = 1_000;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']) {
    process.on(name, () => {
        if (cancelled.signal.aborted && performance.now() - signalledAt < ONE_SIGNAL_MS)
            return;
        signalledAt = performance.now();
        signalled ||= 128 + (node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[name] ?? 0);
        const reason = new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('cancelled', `The run was cancelled (${name}).`);
        (cancelled.signal.aborted ? forceStop : cancelled).abort(reason);
    });
}
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => { });
const entry = node_path__WEBPACK_IMPORTED_MODULE_1__.basename(process.argv[1] ?? '');
const exitCode = entry === 'cli.cjs' ? await atDesk() : await onRunner(entry === 'post.js');
process.stdout.write('', () => process.exit(exitCode));
async function onRunner(isPost) {
    const context = (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .createContext */ .q)(process.env, cancelled.signal);
    const { workflow } = context;
    process.on('uncaughtException', (error) => {
        workflow.info(error.stack ?? '');
        void workflow.error(`This action failed with an unexpected error: ${error.message}`).finally(() => process.exit(1));
    });
    try {
        if (isPost)
            await (await __nccwpck_require__.e(/* import() */ 7375).then(__nccwpck_require__.bind(__nccwpck_require__, 27375))).runPost(context, signals.cancelled);
        else
            await (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .runStep */ .e)(context, signals);
        return 0;
    }
    catch (error) {
        const failure = (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asActionError */ .z6)(error, 'This action failed with an unexpected error');
        await annotateManifest(failure, context);
        if (failure.kind === 'internal' && error instanceof Error)
            workflow.info(error.stack ?? '');
        await workflow.error(failure.text);
        return 1;
    }
    finally {
        if (!isPost)
            context.handOver({ ended: 'true' });
    }
}
async function annotateManifest(failure, { workflow, redacted }) {
    if (!('problems' in failure && 'file' in failure))
        return;
    const { ManifestError } = await __nccwpck_require__.e(/* import() */ 3925).then(__nccwpck_require__.bind(__nccwpck_require__, 83925));
    if (!(failure instanceof ManifestError))
        return;
    const { tellProblems } = await Promise.all(/* import() */[__nccwpck_require__.e(2368), __nccwpck_require__.e(3075), __nccwpck_require__.e(3156), __nccwpck_require__.e(7212), __nccwpck_require__.e(7401), __nccwpck_require__.e(9149), __nccwpck_require__.e(2291)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96936));
    await tellProblems(failure, { log: workflow, workflow, redacted });
}
async function atDesk() {
    const { runDesk } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(5184)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95184));
    const code = await runDesk({
        words: process.argv.slice(2),
        env: process.env,
        folder: process.cwd,
        home: node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(process.argv[1] ?? ''), '..'),
        streams: process,
    }, signals);
    return signalled || code;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 41246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ createDeployments)
/* harmony export */ });
function createDeployments(service, signal) {
    const asked = new Map();
    const graphs = new Map();
    async function ask(id) {
        const { lookUpDeployment } = await __nccwpck_require__.e(/* import() */ 3449).then(__nccwpck_require__.bind(__nccwpck_require__, 33449));
        const found = await lookUpDeployment(await service(), id, signal);
        graphs.set(id, found?.graph ?? null);
        return found;
    }
    function lookUp(id) {
        const asking = asked.get(id) ?? ask(id);
        asked.set(id, asking);
        return asking;
    }
    async function enabled(id) {
        const found = await lookUp(id);
        if (found?.isEnabled !== false)
            return found?.graph ?? null;
        const { disabled } = await __nccwpck_require__.e(/* import() */ 3449).then(__nccwpck_require__.bind(__nccwpck_require__, 33449));
        throw disabled(id);
    }
    return {
        saved: async (id) => (await lookUp(id))?.graph ?? null,
        known: (id) => graphs.get(id) ?? null,
        async check(tasks) {
            const those = tasks.filter(({ deployment }) => deployment !== null);
            if (those.length === 0)
                return [];
            const { checkOverrides } = await Promise.all(/* import() */[__nccwpck_require__.e(3156), __nccwpck_require__.e(1779)]).then(__nccwpck_require__.bind(__nccwpck_require__, 84639));
            return checkOverrides(those, enabled);
        },
    };
}


/***/ }),

/***/ 89606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ schemaWithoutCall)
});

// EXTERNAL MODULE: ./lib/inputs/order.js
var order = __nccwpck_require__(87617);
;// CONCATENATED MODULE: ./lib/runcomfy/default-model.js
const DEFAULT_MODEL_SCHEMA = {
    required: ['prompt'],
    properties: {
        prompt: { type: 'string' },
        image_size: {
            description: 'A preset, or an object with width and height.',
            type: 'string',
            enum: ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'],
            default: 'landscape_4_3',
        },
        enable_prompt_expansion: { type: 'boolean', default: true },
        seed: { type: 'integer', default: 0 },
        output_format: { type: 'string', enum: ['jpeg', 'png'], default: 'jpeg' },
        guidance_scale: { type: 'float', minimum: 1.5, maximum: 10, default: 3.5 },
        num_inference_steps: { type: 'integer', minimum: 2, maximum: 50, default: 28 },
    },
};

;// CONCATENATED MODULE: ./lib/pipeline/known-schema.js


function schemaWithoutCall(model) {
    return model === order/* DEFAULT_MODEL */.U ? DEFAULT_MODEL_SCHEMA : null;
}


/***/ }),

/***/ 43621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ createNarrator),
/* harmony export */   r: () => (/* binding */ stateText)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(38402);
/* harmony import */ var _report_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(35836);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9961);



const SILENCE_MS = 30_000;
function createNarrator(log, clock) {
    const started = clock.now();
    let spoken = started;
    let total = 0;
    let ended = 0;
    const running = new Set();
    const say = (line) => {
        spoken = clock.now();
        log.info(line);
    };
    return {
        async plan(planned) {
            const { planTitle, priceNotes } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(1383)]).then(__nccwpck_require__.bind(__nccwpck_require__, 41383));
            log.info(`Plan: ${planTitle(planned)}.`);
            for (const note of priceNotes(planned))
                log.info(`Price of ${note}`);
        },
        start(tasks, concurrency, paid) {
            total = tasks.length;
            if (total === 0)
                return;
            const collecting = `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(paid, 'request')} that ${paid === 1 ? 'is' : 'are'} already paid for`;
            if (paid === total)
                return say(`Collecting ${collecting}.`);
            const makers = [...new Set(tasks.map(_tasks_task_js__WEBPACK_IMPORTED_MODULE_0__/* .makerOf */ .Or))].join(', ');
            const besides = paid === 0 ? '' : ` Collecting ${collecting}.`;
            say(`Submitting ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total - paid, 'request')} to ${makers}${total > 1 ? `, ${Math.min(total, concurrency)} at a time` : ''}.${besides}`);
        },
        event(name, event) {
            if (event.event === 'submitted') {
                running.add(name);
                say(`${name}: submitted, request ${event.requestId}`);
            }
            else if (event.event === 'adopted') {
                running.add(name);
                say(`${name}: collecting request ${event.requestId}, which is already paid for`);
            }
            else if (event.event === 'expired') {
                say(`${name}: RunComfy no longer has the files of request ${event.requestId}: it would have to be generated, and paid for, again`);
            }
            else if (event.event === 'trouble') {
                const then = event.doing === 'submit' ? 'submitting again soon: nothing was accepted' : 'retrying';
                say(`${name}: ${event.error.message} ${then[0]?.toUpperCase()}${then.slice(1)}.`);
            }
            else if (event.event === 'state') {
                say(`${name}: ${stateText(event.state)}, after ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(event.ageMs)}`);
            }
            else if (event.event === 'polled' && clock.now() - spoken >= SILENCE_MS) {
                say(`${ended} of ${total} done, ${running.size} at RunComfy, ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(clock.now() - started)} so far`);
            }
        },
        saved(name, { path, width, height, format, bytes, changed }) {
            const dimensions = width === null || height === null ? '' : `${width}x${height} `;
            say(`${name}: ${changed ? 'saved' : 'unchanged'} ${path} (${dimensions}${format ?? 'unknown format'}, ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(bytes)})`);
        },
        ended(name, { failure, tookMs, cost, notes, told, adopted }) {
            ended += 1;
            running.delete(name);
            for (const text of told)
                say(`${name}: RunComfy returned ${text}`);
            for (const { kind, about } of notes)
                if (kind === 'side-file')
                    say(`Not saved (not a failure): ${about}`);
            if (failure !== null)
                say(`${name}: ${failure.kind === 'cancelled' ? '' : 'failed. '}${failure.text}`);
            else
                say(`${name}: done${tookMs === null ? '' : ` in ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(tookMs)}`}${cost === null || adopted ? '' : `, ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(cost)}`}`);
        },
        over: (runResult) => say(`In all: ${(0,_report_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .plainCounts */ .h)(runResult).join(', ')}.`),
    };
}
function bootText(machine) {
    return machine === undefined ? '' : `, while its machine boots (${machine})`;
}
function stateText(state) {
    switch (state.state) {
        case 'in_queue':
            return `in queue${state.position === null ? '' : ` at position ${state.position}`}${bootText(state.machine)}`;
        case 'in_progress':
            return 'running';
        case 'completed':
            return 'finished at RunComfy';
        case 'cancelled':
            return 'cancelled at RunComfy';
        case 'unknown':
            return `in an unknown state, ${state.word}`;
    }
}


/***/ }),

/***/ 69613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ preflight),
/* harmony export */   n: () => (/* binding */ noDoubts)
/* harmony export */ });
/* harmony import */ var _inputs_files_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(72362);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(68173);
/* harmony import */ var _runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(77670);
/* harmony import */ var _known_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(89606);





const noDoubts = async () => [];
async function preflight(tasks, catalogue, left = 'Nothing was submitted.') {
    const models = [
        ...Map.groupBy(tasks.filter(({ deployment }) => deployment === null), (task) => task.model),
    ];
    const looked = await Promise.all(models.map(async ([model, ofModel]) => ({ model, ofModel, ...(await lookUp(model, ofModel, catalogue)) })));
    refuseTooLarge(looked, left);
    const severalIds = new Set(tasks.map(({ id }) => id)).size > 1;
    return async () => {
        const { doubtsOf } = await __nccwpck_require__.e(/* import() */ 7738).then(__nccwpck_require__.bind(__nccwpck_require__, 67738));
        return looked.flatMap(({ model, ofModel, schema, unknown }) => {
            if (unknown !== null)
                return [{ kind: model, text: unknown }];
            const sent = ofModel.map(({ id, parameters, files }) => ({
                id,
                sent: (0,_inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .placeFiles */ .h$)(parameters, files, ({ type }) => ({ $file: type ?? '' })),
            }));
            return schema === null ? [] : doubtsOf(model, sent, schema, severalIds);
        });
    };
}
async function lookUp(model, tasks, catalogue) {
    const own = (0,_known_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaWithoutCall */ .c)(model);
    const isOwn = own !== null && tasks.every((task) => sentBy(task).every((name) => hasInput(own, name)));
    if (isOwn || catalogue === null)
        return { schema: own, unknown: null };
    const entry = await catalogue.entry(model);
    if (entry !== 'unknown')
        return { schema: (0,_runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .entryIn */ .Gi)(entry)?.inputSchema ?? own, unknown: null };
    const { suggestion } = await __nccwpck_require__.e(/* import() */ 7738).then(__nccwpck_require__.bind(__nccwpck_require__, 67738));
    const text = `RunComfy's catalogue has no model ${model}${await suggestion(model, catalogue)} RunComfy refuses such a request, free of charge.`;
    return { schema: null, unknown: text };
}
function sentBy({ parameters, files }) {
    return Object.keys((0,_inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .placeFiles */ .h$)(parameters, files, () => null));
}
function hasInput({ properties }, name) {
    return Object.hasOwn((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o$)(properties) ?? {}, name);
}
function refuseTooLarge(looked, left) {
    const lines = looked.flatMap(({ ofModel, schema }) => ofModel.flatMap(({ id, files }) => Object.entries(files).flatMap(([key, file]) => [file].flat().flatMap((one) => {
        const fault = (0,_inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .faultOfSize */ .RX)(one, schema === null ? null : limitOf(schema, (0,_inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B_)(key)));
        return fault === null ? [] : [`${id}: ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)} ${fault}`];
    }))));
    const distinct = [...new Set(lines)];
    if (distinct.length === 0)
        return;
    const said = distinct.length === 1 ? distinct[0] : `\n${distinct.map((line) => `- ${line}`).join('\n')}`;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('bad-input', `Input files are too large: ${said}.`, { advice: left });
}
function limitOf(schema, steps) {
    let property = schema;
    for (const step of steps) {
        const inner = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o$)((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o$)(property?.properties)?.[step]);
        property = inner ?? (/^\d+$/.test(step) ? ((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o$)(property?.items) ?? property) : null);
    }
    const rules = Array.isArray(property?.validations) ? property.validations : [];
    const limits = rules.flatMap((rule) => {
        const { validation_rule: name, validation_value: value } = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonObject */ .o$)(rule) ?? {};
        return name === 'file_size_mb<' && typeof value === 'number' ? [value] : [];
    });
    return limits.length === 0 ? null : Math.min(...limits);
}


/***/ }),

/***/ 14734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ priceNote),
/* harmony export */   _5: () => (/* binding */ pricesOf),
/* harmony export */   wO: () => (/* binding */ costsIn)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(38402);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(68173);
/* harmony import */ var _runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(77670);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9961);
/* harmony import */ var _spending_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(41520);






function pricesOf(catalogue, knownCost = () => null) {
    async function least(task) {
        if (task.deployment !== null)
            return { why: 'RunComfy bills deployments per second of GPU time' };
        const listed = listPrice(task, await catalogue.entry(task.model));
        const known = knownCost(task);
        if (known === null)
            return listed;
        return { usd: (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .sumUsd */ .eg)(['usd' in listed ? Math.max(listed.usd, known) : known]) };
    }
    return {
        least,
        async usd(task) {
            const price = await least(task);
            return 'usd' in price ? price.usd : null;
        },
    };
}
function costsIn(lock) {
    const highest = new Map();
    for (const { recipe, cost } of lock.values()) {
        if (cost === null || !('model' in recipe))
            continue;
        const tier = (0,_spending_js__WEBPACK_IMPORTED_MODULE_3__/* .tierOf */ .k)({ ...recipe, deployment: null });
        highest.set(tier, Math.max(cost, highest.get(tier) ?? 0));
    }
    return (task) => highest.get((0,_spending_js__WEBPACK_IMPORTED_MODULE_3__/* .tierOf */ .k)(task)) ?? null;
}
function priceNote(model, listing) {
    const entry = (0,_runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .entryIn */ .Gi)(listing);
    if (entry === null)
        return null;
    const unit = entry.unit === 'second' ? 'per second' : 'per output';
    const from = entry.price === null ? [] : [`from ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .usd */ .dR)(entry.price)} ${unit}`];
    const said = [...from, ...(entry.pricingNote === null ? [] : [entry.pricingNote])].join('. ');
    return said === '' ? null : `${model}: ${said}`;
}
function listPrice(task, listing) {
    const entry = (0,_runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .entryIn */ .Gi)(listing);
    if (entry === null)
        return { why: listing instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ ? listing : 'RunComfy has no such model' };
    if (entry.price === null)
        return { why: 'the catalogue has no price for it' };
    const units = unitsOf(task, entry);
    return typeof units === 'number' ? { usd: (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .sumUsd */ .eg)([entry.price * units]) } : units;
}
function unitsOf(task, entry) {
    const properties = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(entry.inputSchema?.properties) ?? {};
    const outputs = outputsAskedFor(task, properties);
    if (outputs === null)
        return { why: 'a parameter may ask for several outputs' };
    if (entry.unit === 'output' || entry.unit === 'image')
        return outputs;
    if (entry.unit !== 'second')
        return { why: `it is per ${entry.unit ?? 'unit that the catalogue does not name'}` };
    const seconds = secondsAskedFor(task.parameters, properties);
    return seconds === null ? { why: 'it is per second, and the length depends on the input' } : seconds * outputs;
}
function outputsAskedFor(task, properties) {
    const asked = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesAskedFor */ .Y1)(task);
    const isGiven = COUNTS.some((name) => Object.hasOwn(task.parameters, name));
    if (asked === null || isGiven)
        return asked;
    const defaults = COUNTS.map((name) => Number((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(properties[name])?.default));
    return defaults.find((count) => Number.isInteger(count) && count > 0) ?? asked;
}
const COUNTS = ['num_images', 'number_of_images'];
const LENGTHS = [
    [/^duration$/, 1],
    [/^((video|audio|music|song|output|target)_)?(duration|length|seconds)(_(s|sec|secs|seconds|in_seconds))?$/, 1],
    [/^(num_)?seconds(_total)?$/, 1],
    [/^(\w+_)?(duration|length)_(ms|milliseconds)$/, 1000],
    [/^(num_|number_of_|video_)?frames(_count)?$|^frame_count$/, 'frames'],
];
const FRAME_RATES = ['fps', 'frame_rate', 'frames_per_second'];
function secondsAskedFor(parameters, properties) {
    const names = Object.keys(Object.keys(properties).length === 0 ? parameters : properties);
    for (const [form, perSecond] of LENGTHS) {
        const name = names.find((one) => form.test(one));
        if (name === undefined)
            continue;
        const length = leastOf(parameters[name], (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(properties[name]) ?? {});
        if (length === null)
            return null;
        if (perSecond !== 'frames')
            return length / perSecond;
        const rate = FRAME_RATES.find((one) => names.includes(one));
        const fps = rate === undefined ? null : leastOf(parameters[rate], (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(properties[rate]) ?? {});
        return fps === null ? null : length / fps;
    }
    return null;
}
function leastOf(given, property) {
    const number = numberIn(given ?? property.default);
    if (number !== null)
        return number;
    const options = Array.isArray(property.enum) ? property.enum : [];
    const numbers = options.flatMap((option) => numberIn(option) ?? []);
    return numbers.length > 0 ? Math.min(...numbers) : numberIn(property.minimum);
}
function numberIn(value) {
    const number = typeof value === 'string' ? Number(/^(\d+(?:\.\d+)?)\s*s?$/.exec(value)?.[1]) : value;
    return typeof number === 'number' && number > 0 && Number.isFinite(number) ? number : null;
}


/***/ }),

/***/ 1355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  pZ: () => (/* binding */ announceRequestIds),
  J5: () => (/* binding */ artifactNote),
  fD: () => (/* binding */ blankOutputs),
  mk: () => (/* binding */ publish),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __nccwpck_require__(75892);
// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __nccwpck_require__(45650);
;// CONCATENATED MODULE: ./lib/report/outputs.js

const MAX_UNITS = 400_000;
function outputsOf({ runResult, report, artifact, preview, reportFile, lock }) {
    const [first] = runResult.images;
    const short = {
        path: first?.path ?? '',
        url: first?.url ?? '',
        count: String(runResult.images.length),
        'failed-count': String(runResult.failed.length),
        'skipped-count': String(runResult.skipped.length),
        'artifact-id': artifact?.id ?? '',
        'artifact-name': artifact?.name ?? '',
        'artifact-url': artifact?.url ?? '',
        'artifact-digest': artifact?.digest ?? '',
        'comment-id': preview?.commentId ?? '',
        'comment-url': preview?.commentUrl ?? '',
        cost: runResult.cost === null ? '' : String(runResult.cost),
        changed: String(lock !== null || runResult.images.some(({ changed }) => changed)),
        'report-file': reportFile ?? '',
    };
    const values = { ...short };
    const cut = [];
    let left = MAX_UNITS - Object.entries(short).flat().join('').length;
    const add = (name, list) => {
        values[name] = list.text;
        if (list.cut)
            cut.push(name);
        left -= list.text.length;
    };
    add('unsettled', jsonList(report.unsettled, left / 4));
    add('request-ids', jsonList(report.request_ids, left / 3));
    const paths = runResult.images.map(({ path }) => path);
    const saved = lines(paths, left / 2);
    add('paths', lock === null ? saved : { ...saved, text: [saved.text, lock].filter(Boolean).join('\n') });
    add('plan', planList(runResult.plan, left / 2));
    add('images', jsonList(report.images, left));
    return { values, cut };
}
function planList(plan, max) {
    if (plan === null)
        return { text: '', cut: false };
    const entries = (0,report_report/* planEntries */.W9)(plan);
    const whole = jsonList(entries, max);
    if (!whole.cut)
        return whole;
    const news = entries.filter(({ action }) => action !== 'unchanged');
    return { text: jsonList(news, max).text, cut: true };
}
function jsonList(items, max) {
    const { kept, cut } = fitting(items.map((item) => JSON.stringify(item)), max - 2);
    return { text: `[${kept.join(',')}]`, cut };
}
function lines(items, max) {
    const { kept, cut } = fitting(items, max);
    return { text: kept.join('\n'), cut };
}
function fitting(items, max) {
    let used = 0;
    const end = items.findIndex((item) => {
        used += item.length + 1;
        return used > max;
    });
    return end === -1 ? { kept: items, cut: false } : { kept: items.slice(0, end), cut: true };
}

;// CONCATENATED MODULE: ./lib/pipeline/publish.js





function blankOutputs(redacted) {
    const runResult = (0,report_report/* runResultOf */.cy)([], redacted);
    const nothing = { artifact: null, preview: null, reportFile: null, lock: null };
    return outputsOf({ runResult, report: (0,report_report/* reportOf */.EI)(runResult), ...nothing }).values;
}
async function publish(runResult, { artifact, preview, lock = null }, { log, workflow, temp, redacted }) {
    if (workflow === null)
        return;
    const report = (0,report_report/* reportOf */.EI)(runResult);
    const file = external_node_path_.join(temp, 'report.json');
    const reportFile = await external_node_fs_.promises.writeFile(file, redacted(`${JSON.stringify(report, null, 2)}\n`)).then(() => file, async (error) => {
        await log.warning(`The report was not written: ${(0,errors/* asActionError */.z6)(error, 'Writing it').message}`);
        return null;
    });
    const outputs = outputsOf({ runResult, report, artifact, preview, reportFile, lock });
    try {
        for (const [name, value] of Object.entries(outputs.values))
            await workflow.setOutput(name, value);
    }
    catch (error) {
        await log.warning(`The outputs of this step were not set: ${(0,errors/* asActionError */.z6)(error, 'writing them').message}. The report is ${reportFile ?? 'missing too'}.`);
    }
    if (outputs.cut.length > 0) {
        await log.warning(`Cut to fit GitHub's limit for outputs: ${outputs.cut.join(', ')}. The whole report is in ${reportFile ?? 'no file'} (output \`report-file\`).`);
    }
}
async function writeSummary(markdown, { log, workflow }) {
    await workflow
        ?.writeSummary(markdown)
        .catch((error) => log.warning(`The job summary was not written: ${(0,errors/* asActionError */.z6)(error, 'writing it').message}`));
}
function announceRequestIds(workflow) {
    if (workflow === null)
        return () => { };
    const ids = [];
    let written = 0;
    let writing = Promise.resolve();
    return (requestId) => {
        ids.push(requestId);
        if (ids.length < written * 1.02)
            return;
        written = ids.length;
        const value = JSON.stringify(ids);
        writing = writing.then(() => workflow.setOutput('request-ids', value)).catch(() => { });
    };
}
function artifactNote(artifact, { unsupported }) {
    if (artifact === null || unsupported === null)
        return null;
    return `No artifact will be uploaded: ${unsupported} The files stay in the workspace. To silence this warning, set \`upload-artifact: false\`.`;
}


/***/ }),

/***/ 41520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createSpending),
/* harmony export */   k: () => (/* binding */ tierOf)
/* harmony export */ });
/* harmony import */ var _lib_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9968);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(38402);


function tierOf({ model, deployment, parameters }) {
    const { prompt: _prompt, seed: _seed, ...rest } = parameters;
    return (0,_lib_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)([deployment === null ? model : { deployment: deployment.id }, rest]);
}
const FREE = { end: () => { } };
function createSpending({ maxCost, listPrice, knownCost }) {
    const tiers = new Map();
    const waiting = new Set();
    let spent = 0;
    let told = 0;
    let refused = false;
    async function tierFor(task) {
        const name = tierOf(task);
        const price = tiers.has(name) ? null : await listPrice(task);
        const known = knownCost(task);
        const expected = known === null ? price : Math.max(known, price ?? 0);
        const tier = tiers.get(name) ?? { expected, tried: known !== null, inFlight: new Set() };
        tiers.set(name, tier);
        return tier;
    }
    function inFlight() {
        return [...tiers.values()].reduce((sum, tier) => sum + tier.inFlight.size, 0);
    }
    function committed() {
        return (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUsd */ .eg)([spent, ...[...tiers.values()].map((tier) => tier.inFlight.size * (tier.expected ?? 0))]);
    }
    function mayGo(tier, limit) {
        const isTrying = [...tiers.values()].some((other) => !other.tried && other.inFlight.size > 0);
        if (inFlight() > 0 && (isTrying || !tier.tried))
            return 'later';
        if ((0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUsd */ .eg)([committed(), tier.expected ?? 0]) <= limit)
            return 'yes';
        return inFlight() > 0 ? 'later' : 'never';
    }
    function begin(tier) {
        const admission = {
            end(cost) {
                if (!tier.inFlight.delete(admission))
                    return;
                if (cost === 'unknown')
                    spent = (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUsd */ .eg)([spent, tier.expected ?? 0]);
                else if (cost !== 'nothing') {
                    tier.expected = tier.tried ? Math.max(tier.expected ?? 0, cost.told) : cost.told;
                    spent = (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUsd */ .eg)([spent, cost.told]);
                    told = (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUsd */ .eg)([told, cost.told]);
                }
                if (cost !== 'nothing')
                    tier.tried = true;
                letIn();
            },
        };
        tier.inFlight.add(admission);
        return admission;
    }
    function letIn() {
        for (const leave of [...waiting])
            if (!leave())
                return;
    }
    return {
        async admit(task, signal) {
            if (maxCost === null)
                return FREE;
            const tier = await tierFor(task);
            return new Promise((resolve, reject) => {
                if (signal.aborted)
                    return reject(signal.reason);
                const forget = () => {
                    waiting.delete(tryToLeave);
                    signal.removeEventListener('abort', abort);
                };
                const abort = () => {
                    forget();
                    reject(signal.reason);
                    letIn();
                };
                const tryToLeave = () => {
                    const may = mayGo(tier, maxCost);
                    if (may === 'later')
                        return false;
                    forget();
                    if (may === 'never')
                        refused = true;
                    resolve(may === 'yes' ? begin(tier) : null);
                    return true;
                };
                waiting.add(tryToLeave);
                signal.addEventListener('abort', abort, { once: true });
                letIn();
            });
        },
        stopped: () => refused
            ? `the rest of \`max-cost\` cannot pay for another request (RunComfy reported ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(told)} so far)`
            : null,
        exceeded: () => maxCost !== null && told > maxCost
            ? `The costs that RunComfy reported, ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(told)}, are above \`max-cost\`, ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(maxCost)}: a request cost more than its list price. After that, nothing more was submitted.`
            : null,
    };
}


/***/ }),

/***/ 47069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ generateAll),
  J: () => (/* binding */ isLost)
});

// EXTERNAL MODULE: ./lib/files/lost-file.js
var lost_file = __nccwpck_require__(75308);
// EXTERNAL MODULE: ./lib/files/results.js
var results = __nccwpck_require__(99577);
// EXTERNAL MODULE: ./lib/lib/concurrency.js
var concurrency = __nccwpck_require__(40764);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __nccwpck_require__(75892);
// EXTERNAL MODULE: ./lib/lib/once.js
var once = __nccwpck_require__(16202);
// EXTERNAL MODULE: ./lib/requests/failures.js
var failures = __nccwpck_require__(58047);
// EXTERNAL MODULE: ./lib/http/client.js + 2 modules
var client = __nccwpck_require__(18808);
;// CONCATENATED MODULE: ./lib/requests/patience.js

const TIMES = 4;
const SPAN_MS = 10_000;
function readingOf(error) {
    if (error instanceof client/* ConnectionError */.Rc || error.isTransient)
        return 'outage';
    return isMissing(error) ? 'missing' : 'refusal';
}
function isMissing({ status, code, message }) {
    if (typeof code === 'number')
        return Math.floor(code / 1000) === 404;
    return (status === 404 || status === 410) && /\brequest\b/i.test(message);
}
const NO_DOUBTS = { missing: null, refused: null };
function doubtsAfter({ missing, refused }, reading, now) {
    if (reading === 'outage')
        return NO_DOUBTS;
    return { missing: reading === 'missing' ? longer(missing, now) : null, refused: longer(refused, now) };
}
function longer(row, now) {
    return row === null ? { times: 1, since: now } : { ...row, times: row.times + 1 };
}
function believed({ missing, refused }, now) {
    if (isLongEnough(missing, now))
        return 'gone';
    return isLongEnough(refused, now) ? 'refused' : null;
}
function nextAsk({ refused, missing }, now) {
    const ends = [missing, refused].flatMap((row) => (row === null ? [] : [row.since + SPAN_MS]));
    const [next = null] = ends.filter((end) => end > now).sort((a, b) => a - b);
    return next;
}
function isLongEnough(row, now) {
    return row !== null && row.times >= TIMES && now - row.since >= SPAN_MS;
}
const KEPT_AT_LEAST_MS = 24 * 3_600_000;
function mayHaveExpired(acceptedAt, date) {
    return acceptedAt === null || date - acceptedAt > KEPT_AT_LEAST_MS;
}

// EXTERNAL MODULE: ./lib/http/retry.js
var http_retry = __nccwpck_require__(28394);
// EXTERNAL MODULE: ./lib/lib/time-limit.js
var time_limit = __nccwpck_require__(93484);
// EXTERNAL MODULE: ./lib/runcomfy/protocol.js
var protocol = __nccwpck_require__(9223);
// EXTERNAL MODULE: ./lib/requests/cancel-timetable.js
var cancel_timetable = __nccwpck_require__(3248);
;// CONCATENATED MODULE: ./lib/requests/follow.js




const END_STANDS_MS = 20_000;
async function follow(requestId, { service, clock, pace, adopted, signal, onEvent }) {
    const started = clock.now();
    const age = () => clock.now() - started;
    let polled = 0;
    let shown = '';
    let ended = false;
    let failures = 0;
    let doubts = NO_DOUBTS;
    let trouble = null;
    let endedAt = null;
    let due = adopted ? 0 : pace.next(0);
    function answered() {
        failures = 0;
        doubts = NO_DOUBTS;
        trouble = null;
    }
    async function look(before) {
        const state = ended ? { state: 'completed' } : await service.state(requestId, signal);
        if (!ended)
            answered();
        if (!ended && (state.state === 'completed' || state.state === 'cancelled')) {
            ended = true;
            if (!adopted)
                pace.stopped(before, polled);
        }
        const words = JSON.stringify(state);
        onEvent(words === shown ? { event: 'polled' } : { event: 'state', state, ageMs: age() });
        shown = words;
        if (!ended && state.state !== 'unknown')
            return { result: 'pending' };
        const result = await service.result(requestId, signal);
        if (result.result !== 'pending')
            return result;
        if (state.state === 'cancelled')
            return { result: 'cancelled' };
        return result.end === undefined && state.state === 'unknown' && state.end !== null
            ? { result: 'pending', end: state.end }
            : result;
    }
    for (;;) {
        try {
            await clock.sleep(Math.max(0, due - age()), signal);
            const before = polled;
            polled = age();
            const result = await look(before);
            if (result.result !== 'pending')
                return { end: 'result', result };
            endedAt = result.end === undefined ? null : (endedAt ?? age());
            if (result.end !== undefined && endedAt !== null && age() - endedAt >= END_STANDS_MS)
                return { end: 'result', result: result.end };
            answered();
            due = pace.next(polled);
        }
        catch (error) {
            if (signal.aborted)
                return { end: 'stopped', reason: signal.reason, trouble };
            if (!(error instanceof protocol/* ServiceError */._7 || error instanceof client/* ConnectionError */.Rc))
                throw error;
            doubts = doubtsAfter(doubts, readingOf(error), clock.now());
            const end = believed(doubts, clock.now());
            if (end !== null && error instanceof protocol/* ServiceError */._7)
                return { end, error };
            failures += 1;
            trouble = error;
            if (failures === 1)
                onEvent({ event: 'trouble', error, doing: 'poll' });
            const retryAfterMs = error instanceof protocol/* ServiceError */._7 ? error.retryAfterMs : null;
            const retry = age() + (0,http_retry/* retryDelay */.a)(failures, retryAfterMs, clock.random());
            const decisive = retryAfterMs === null ? nextAsk(doubts, clock.now()) : null;
            due = Math.max(pace.next(polled), decisive === null ? retry : Math.min(retry, decisive - started));
        }
    }
}

// EXTERNAL MODULE: ./lib/requests/settle.js
var settle = __nccwpck_require__(43859);
;// CONCATENATED MODULE: ./lib/requests/submit.js







const CONNECT_TRIES = 5;
async function submit_submit(target, content, options) {
    const { clock, signal, timeoutMs, remedies, onEvent } = options;
    const doing = `Submitting to ${target}`;
    const started = clock.now();
    let unconnected = 0;
    for (let tries = 1;; tries++) {
        const answer = await submitOnce(target, content, options);
        if (answer.answer === 'accepted')
            return answer;
        if (answer.answer === 'lost')
            throw (0,failures/* outcomeUnknown */.Hu)(doing, answer, remedies);
        const { error } = answer;
        onEvent({ event: 'refused' });
        const isTransient = error instanceof client/* ConnectionError */.Rc || error.kind === 'rate-limited';
        if (!isTransient)
            throw (0,failures/* notAccepted */.LA)(doing, error, '');
        if (error instanceof client/* ConnectionError */.Rc)
            unconnected += 1;
        const delay = (0,http_retry/* retryDelay */.a)(tries, error instanceof protocol/* ServiceError */._7 ? error.retryAfterMs : null, clock.random());
        const isLast = unconnected >= CONNECT_TRIES || clock.now() + delay - started > timeoutMs;
        if (isLast)
            throw (0,failures/* notAccepted */.LA)(doing, error, 'Nothing was submitted.');
        if (!signal.aborted)
            onEvent({ event: 'trouble', error, doing: 'submit' });
        await clock.sleep(delay, signal).catch(() => { });
    }
}
async function submitOnce(target, content, { service, clock, gate, signal, forceStop, onEvent }) {
    const turn = await gate.enter(signal).catch(() => null);
    if (turn === null)
        throw (0,failures/* stoppedBeforeSubmit */.V_)(signal.reason);
    const grace = (0,time_limit/* graceAfter */.Dc)(signal, clock, cancel_timetable/* CANCEL_TIMETABLE */.b.submitMs, forceStop);
    let end = 'unsent';
    try {
        writeDown(gate, onEvent);
        const answer = await send(service, target, content, grace.signal);
        end = endOf(answer);
        return answer;
    }
    finally {
        turn.end(end);
        grace.end();
    }
}
function writeDown(gate, onEvent) {
    try {
        onEvent({ event: 'submitting' });
    }
    catch (error) {
        gate.close('the journal can no longer be written');
        throw error;
    }
}
async function send(service, target, content, signal) {
    try {
        const requestId = await service.submit(target, content, signal);
        return requestId === null
            ? { answer: 'lost', said: 'the response has no readable request_id.', cause: null }
            : { answer: 'accepted', requestId, doubt: null };
    }
    catch (error) {
        if (error instanceof protocol/* AcceptedInDoubt */.Nh)
            return { answer: 'accepted', requestId: error.requestId, doubt: error };
        if (error instanceof client/* ConnectionError */.Rc && error.isUnsent)
            return { answer: 'refused', error };
        if (error instanceof protocol/* ServiceError */._7 && error.isRejected)
            return { answer: 'refused', error };
        const said = signal.aborted ? 'no response in time.' : (0,errors/* asActionError */.z6)(error, 'sending').message;
        return { answer: 'lost', said, cause: error };
    }
}
function endOf(answer) {
    if (answer.answer === 'lost')
        return 'lost';
    return answer.answer === 'refused' && answer.error instanceof client/* ConnectionError */.Rc ? 'unsent' : 'answered';
}

;// CONCATENATED MODULE: ./lib/requests/request.js









async function generate(order, options) {
    try {
        return (await collectPaid(order, options)) ?? (await makeNew(order, options));
    }
    catch (error) {
        if (error instanceof failures/* RequestError */.GI && error.ending !== null)
            options.onEvent({ event: 'ended', how: error.ending });
        throw error;
    }
}
async function makeNew({ target, body }, options) {
    const { clock, onEvent } = options;
    let content = await body();
    const started = clock.now();
    const wait = waitOf(options);
    try {
        const accepted = await submit_submit(target, content, { ...options, signal: wait.signal });
        content = '';
        const { requestId } = accepted;
        onEvent({ event: 'submitted', requestId });
        const pace = options.pacer(target);
        const followed = await follow(requestId, { ...options, pace, adopted: false, signal: wait.signal });
        const output = outputOf(requestId, await settled(accepted, followed, options), options.remedies);
        return { requestId, ...output, tookMs: clock.now() - started, adopted: false };
    }
    finally {
        wait.end();
    }
}
async function settled({ requestId, doubt }, followed, { service, clock, forceStop, remedies }) {
    if (followed.end === 'result')
        return followed.result;
    if (followed.end === 'gone' && doubt !== null)
        throw notThereAtAll(requestId, doubt);
    const unsettled = await (0,settle/* endRequest */.D)(requestId, { service, clock, limitMs: cancel_timetable/* CANCEL_TIMETABLE */.b.settleMs, forceStop });
    if (typeof unsettled !== 'string')
        return unsettled;
    if (followed.end === 'stopped')
        throw (0,failures/* stoppedWaiting */.$F)(requestId, { ...followed, unsettled, mayCancel: true }, remedies);
    if (followed.end === 'refused')
        throw (0,failures/* refusedToTell */.PV)(requestId, followed.error, { unsettled, mayCancel: true }, remedies);
    throw (0,failures/* noLongerThere */.vk)(requestId, followed.error, 'running', (0,failures/* whereToLook */.iX)(requestId, remedies));
}
function notThereAtAll(requestId, doubt) {
    const { kind, message, advice } = (0,failures/* notAccepted */.LA)('Submitting', doubt, '');
    return new failures/* RequestError */.GI(kind, `${message} It names request ${requestId}, which RunComfy does not know.`, {
        requestId: null,
        ending: 'gone',
        advice,
        cause: doubt,
    });
}
async function collectPaid({ target, paid }, options) {
    if (paid === null)
        return null;
    const { requestId, ending, whenGone } = paid;
    const { clock, pacer, onEvent, mayCancel, remedies } = options;
    if (requestId === null)
        throw (0,failures/* unknownBefore */.O9)(remedies);
    if (ending === 'cancelled' || ending === 'failed' || ending === 'gone')
        return null;
    const started = clock.now();
    onEvent({ event: 'adopted', requestId, owned: mayCancel });
    const wait = waitOf(options);
    try {
        const hasEnded = ending === 'refused' || ending === 'empty' || ending === 'outlasted';
        const result = hasEnded
            ? await askOnceMore(requestId, ending, wait.signal, options)
            : await follow(requestId, { ...options, pace: pacer(target), adopted: true, signal: wait.signal }).then((followed) => settledPaid(requestId, followed, options));
        const lost = endingWithoutOutput(result, hasEnded);
        if (lost !== null && whenGone === 'submit') {
            onEvent({ event: 'ended', how: lost });
            return null;
        }
        if (result.result === 'gone')
            throw (0,failures/* noLongerThere */.vk)(requestId, result.error, null, remedies.gone);
        return { requestId, ...outputOf(requestId, result, remedies), tookMs: clock.now() - started, adopted: true };
    }
    catch (error) {
        throw error instanceof failures/* RequestError */.GI && staysOnRecord(error) ? (0,failures/* notPaidAgain */.O_)(error, remedies) : error;
    }
    finally {
        wait.end();
    }
}
function staysOnRecord({ kind, ending }) {
    return kind !== 'cancelled' && ending !== 'failed' && ending !== 'cancelled' && ending !== 'gone';
}
function endingWithoutOutput(result, wasGivenUp) {
    if (result.result === 'gone' || result.result === 'cancelled')
        return result.result;
    return result.result === 'failed' && !result.refused && !wasGivenUp ? 'failed' : null;
}
async function settledPaid(requestId, followed, { service, clock, forceStop, mayCancel, remedies }) {
    switch (followed.end) {
        case 'result':
            return followed.result;
        case 'gone':
            return { result: 'gone', error: followed.error };
        case 'refused':
            throw (0,failures/* refusedToTell */.PV)(requestId, followed.error, { unsettled: 'running', mayCancel: false }, remedies);
        case 'stopped': {
            const limitMs = cancel_timetable/* CANCEL_TIMETABLE */.b.settleMs;
            const unsettled = await (0,settle/* endRequest */.D)(requestId, { service, clock, limitMs, forceStop, mayCancel });
            if (typeof unsettled !== 'string')
                return unsettled;
            throw (0,failures/* stoppedWaiting */.$F)(requestId, { ...followed, unsettled, mayCancel }, remedies);
        }
    }
}
async function askOnceMore(requestId, ending, signal, { service, clock }) {
    const isTransient = (error) => error instanceof client/* ConnectionError */.Rc || (error instanceof protocol/* ServiceError */._7 && error.isTransient);
    const ask = () => service.result(requestId, signal);
    const result = await (0,http_retry/* patiently */.d)(ask, isTransient, clock, signal).catch(() => null);
    if (result === null || result.result === 'pending')
        throw (0,failures/* failedBefore */.tx)(requestId, ending);
    return result.result === 'failed' ? { ...result, refused: result.refused || ending === 'refused' } : result;
}
function outputOf(requestId, result, remedies) {
    if (result.result === 'failed')
        throw (0,failures/* failedAtRunComfy */.uv)(requestId, result, remedies);
    if (result.result === 'cancelled')
        throw (0,failures/* cancelledElsewhere */.Mt)(requestId);
    const { output, raw = output, emptyBecause = null, beside, cost, createdAt } = result;
    return { output, raw, emptyBecause, beside, cost, createdAt };
}
function waitOf({ clock, timeoutMs, cancelled }) {
    return (0,time_limit/* timeLimit */.zc)(clock, timeoutMs, () => new failures/* Deadline */.B2(timeoutMs), cancelled);
}

;// CONCATENATED MODULE: ./lib/requests/submit-gate.js
const MAX_LOST = 3;
const ALONE_MS = 1_000;
function createSubmitGate(clock) {
    let state = { out: 0, proven: false, lost: 0, closed: null };
    let alone = false;
    const waiting = new Set();
    const aloneOver = new AbortController();
    function mayGo() {
        if (state.out === 0)
            return true;
        if (state.lost > 0 || alone)
            return false;
        return state.proven || state.out < MAX_LOST;
    }
    function letIn() {
        for (const enter of [...waiting]) {
            if (state.closed === null && !mayGo())
                return;
            enter();
        }
    }
    function begin() {
        if (state.out === 0 && !state.proven && !aloneOver.signal.aborted)
            startAlone();
        state = { ...state, out: state.out + 1 };
        let ended = false;
        return {
            end(how) {
                if (ended)
                    return;
                ended = true;
                endAlone();
                const lost = state.lost + (how === 'lost' ? 1 : 0);
                state = { ...state, out: state.out - 1, proven: state.proven || how === 'answered', lost };
                if (how === 'lost' && lost === MAX_LOST)
                    close(`${lost} submits got no response, and each may be billed`);
                letIn();
            },
        };
    }
    function startAlone() {
        alone = true;
        clock.sleep(ALONE_MS, aloneOver.signal).then(() => {
            endAlone();
            letIn();
        }, () => { });
    }
    function endAlone() {
        alone = false;
        if (!aloneOver.signal.aborted)
            aloneOver.abort();
    }
    function close(reason) {
        if (state.closed !== null)
            return;
        state = { ...state, closed: reason };
        letIn();
    }
    return {
        enter: (signal) => new Promise((resolve, reject) => {
            if (signal.aborted)
                return reject(signal.reason);
            const leave = () => {
                waiting.delete(enter);
                signal.removeEventListener('abort', abort);
            };
            const abort = () => {
                leave();
                reject(signal.reason);
            };
            const enter = () => {
                leave();
                resolve(state.closed === null ? begin() : null);
            };
            waiting.add(enter);
            signal.addEventListener('abort', abort, { once: true });
            letIn();
        }),
        close,
        state: () => state,
    };
}

// EXTERNAL MODULE: ./lib/tasks/task.js
var tasks_task = __nccwpck_require__(9961);
// EXTERNAL MODULE: ./lib/inputs/files.js
var inputs_files = __nccwpck_require__(72362);
;// CONCATENATED MODULE: ./lib/pipeline/body.js

async function bodyOf({ deployment, parameters, files }) {
    const order = deployment?.graph ?? null;
    if (order === null)
        return (0,inputs_files/* withFiles */.oT)(parameters, files);
    const { graphBody } = await Promise.all(/* import() */[__nccwpck_require__.e(3156), __nccwpck_require__.e(107)]).then(__nccwpck_require__.bind(__nccwpck_require__, 19079));
    return graphBody(order, files);
}

;// CONCATENATED MODULE: ./lib/pipeline/submit-all.js











function generateAll(tasks, options) {
    const { cancelled, clock, spending, remediesOf } = options;
    const inFlight = (0,concurrency/* limitOf */.L)(options.concurrency);
    const downloads = (0,concurrency/* limitOf */.L)(options.concurrency);
    const gate = createSubmitGate(clock);
    const kept = (0,results/* keepOutputs */.g)();
    const loadTold = (0,once/* once */.O)(() => __nccwpck_require__.e(/* import() */ 9170).then(__nccwpck_require__.bind(__nccwpck_require__, 59170)));
    const loadCollect = (0,once/* once */.O)(() => Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(7212), __nccwpck_require__.e(363)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30363)));
    function sawFailure(failure) {
        const reason = reasonToStop(failure);
        if (reason !== null)
            gate.close(reason);
    }
    async function request(task, paid) {
        if (cancelled.aborted)
            throw (0,failures/* stoppedBeforeSubmit */.V_)(cancelled.reason);
        const admissions = [];
        const body = async () => {
            if (paid !== null || options.isWatched(task))
                await options.replacing(task);
            const admission = gate.state().closed === null ? await spending.admit(task, cancelled).catch(() => null) : null;
            if (admission === null)
                throw (0,failures/* stoppedBeforeSubmit */.V_)(cancelled.reason);
            admissions.push(admission);
            return JSON.stringify(await bodyOf(task));
        };
        let cost = 'nothing';
        try {
            const finished = await generate({ target: (0,tasks_task/* makerOf */.Or)(task), paid, body }, {
                ...options,
                service: options.backendOf(task),
                remedies: remediesOf(task),
                gate,
                onEvent: (event) => options.onEvent(task, event),
            });
            cost = finished.cost === null ? 'unknown' : { told: finished.cost };
            return finished;
        }
        catch (error) {
            if (error instanceof failures/* RequestError */.GI)
                cost = costOf(error);
            throw error;
        }
        finally {
            for (const admission of admissions)
                admission.end(cost);
        }
    }
    async function generateTask(task, paid) {
        let finished;
        try {
            finished = await inFlight(() => request(task, paid));
        }
        catch (error) {
            const failure = (0,errors/* asActionError */.z6)(error, 'Generating');
            if (failure instanceof failures/* RequestError */.GI) {
                const generation = withoutResult(task, paid, failure);
                if (!generation.adopted)
                    sawFailure(failure);
                return generation;
            }
            sawFailure(failure);
            return { ...nothing(task), failure };
        }
        const { output, raw, emptyBecause, beside, createdAt, ...known } = finished;
        const content = { output, beside, emptyBecause };
        const { toldOf } = await loadTold();
        const generation = { ...nothing(task), ...known, told: toldOf(content, task.parameters), output: kept(raw) };
        const { requestId, adopted } = finished;
        const ended = (how) => options.onEvent(task, { event: 'ended', how });
        const { collect } = await loadCollect();
        const found = await collect(content, task.parameters, { ...options, limit: downloads }).catch((error) => (0,errors/* asActionError */.z6)(error, 'Collecting the result'));
        const faults = [found].flat().filter((one) => one instanceof errors/* ActionError */.lZ);
        for (const fault of faults)
            sawFailure(fault);
        if (found instanceof errors/* ActionError */.lZ) {
            const isEmpty = found.kind === 'no-output';
            ended(isEmpty ? 'empty' : 'finished');
            return { ...generation, failure: isEmpty && adopted ? advised(found, remediesOf(task).anew) : found };
        }
        const [first] = faults;
        const isGoneWhole = adopted && first !== undefined && found.every(lost_file/* isGone */.ST);
        if (!isGoneWhole || !mayHaveExpired(paid?.acceptedAt ?? createdAt, clock.date())) {
            ended('finished');
            const files = found.map((one) => one instanceof lost_file/* LostFile */.L3 ? one.advised(remediesOf(task).collect(requestId)) : one);
            return { ...generation, files };
        }
        ended('gone');
        options.onEvent(task, { event: 'expired', requestId });
        if (paid?.whenGone === 'submit')
            return generateTask(task, { ...paid, ending: 'gone' });
        return { ...generation, failure: (0,failures/* filesGone */.Lu)(requestId, first, remediesOf(task)) };
    }
    async function generateAhead(task) {
        const generation = await generateTask(task, options.paid(task));
        const faults = generation.files.filter((file) => file instanceof lost_file/* LostFile */.L3);
        if (isLost(generation.failure, faults))
            gate.close(NOT_CHECKED_OUT);
        return generation;
    }
    const ahead = new Map(tasks.filter(options.comesFirst).map((task) => [task, generateAhead(task)]));
    const allAhead = Promise.all(ahead.values());
    const generateNext = async (given) => {
        await allAhead;
        const task = await options.ready(given);
        return task === null ? null : generateTask(task, options.paid(task));
    };
    return {
        results: tasks.map((task) => ahead.get(task) ?? generateNext(task)),
        stopped: () => (cancelled.aborted ? 'the run was cancelled' : (gate.state().closed ?? spending.stopped())),
        sawFailure,
    };
}
const NOT_CHECKED_OUT = 'files that git has are not in this checkout';
function isLost(failure, failures) {
    return failure?.kind === 'request-not-found' || (failures.length > 0 && failures.every(lost_file/* isGone */.ST));
}
function withoutResult(task, paid, failure) {
    const { requestId, unsettled, cost } = failure;
    const isUntried = failure.kind === 'cancelled' && requestId === null && unsettled === null;
    if (isUntried)
        return { ...nothing(task), attempted: false };
    const adopted = paid !== null && requestId === paid.requestId;
    return { ...nothing(task), failure, requestId, unsettled, cost, adopted };
}
function advised(error, advice) {
    if (advice === '')
        return error;
    return new errors/* ActionError */.lZ(error.kind, error.message, { advice: (0,failures/* sentences */.hC)(error.advice, advice), cause: error.cause });
}
function costOf({ cost, unsettled }) {
    if (cost !== null)
        return { told: cost };
    return unsettled === 'running' || unsettled === 'unknown' ? 'unknown' : 'nothing';
}
function reasonToStop(failure) {
    if ((0,errors/* errorCodes */.fv)(failure).some((code) => code === 'ENOSPC' || code === 'EDQUOT'))
        return 'the disk is full, and what is paid for could not be saved';
    return REASONS_TO_STOP.get(failure.kind) ?? null;
}
const REASONS_TO_STOP = new Map([
    ['insufficient-balance', 'the balance at RunComfy is used up'],
    ['unauthorized', 'RunComfy does not accept the token'],
]);
const NOTHING_TOLD = { flags: [], seed: null, seeds: [], texts: [] };
function nothing(task) {
    return {
        task,
        requestId: null,
        tookMs: null,
        cost: null,
        files: [],
        output: undefined,
        told: NOTHING_TOLD,
        failure: null,
        unsettled: null,
        attempted: true,
        adopted: false,
    };
}


/***/ }),

/***/ 35836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ plainCounts)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38402);

function plainCounts({ images, failed, notAttempted, skipped, cost }) {
    return [
        `${images.length} saved`,
        ...(failed.length > 0 ? [`${failed.length} failed`] : []),
        ...(notAttempted.length > 0 ? [`${notAttempted.length} not submitted`] : []),
        ...(skipped.length > 0 ? [`${skipped.length} unchanged`] : []),
        ...(cost === null ? [] : [(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR)(cost)]),
    ];
}


/***/ }),

/***/ 43731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ MAY_BE_BILLED)
/* harmony export */ });
const MAY_BE_BILLED = 'may-be-billed';
const MAX_WARNINGS = 6;
function warningsOf(notes) {
    const kinds = Map.groupBy(notes, ({ kind }) => kind);
    const first = kinds.get(MAY_BE_BILLED) ?? [];
    kinds.delete(MAY_BE_BILLED);
    const texts = [first, ...kinds.values()]
        .filter((ofKind) => ofKind.length > 0)
        .map((ofKind) => [...new Set(ofKind.map(({ text }) => text))].join('\n'));
    if (texts.length <= MAX_WARNINGS)
        return texts;
    return [...texts.slice(0, MAX_WARNINGS - 1), texts.slice(MAX_WARNINGS - 1).join('\n')];
}


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   cy: () => (/* binding */ runResultOf)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(38402);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9961);



function runResultOf(outcomes, redacted, planned = null) {
    const plan = planned?.map(({ id, action, reasons, price, priceNote }) => ({
        id,
        action,
        reasons: reasons.map(redacted),
        price,
        ...(priceNote === undefined ? {} : { priceNote: redacted(priceNote) }),
    })) ?? null;
    const skipped = planned?.filter(({ todo, action }) => todo === 'nothing' && action !== 'orphaned').map(({ id }) => id) ?? [];
    return { ...summed(outcomes.map((outcome) => withoutSecrets(outcome, redacted))), plan, skipped };
}
function withoutSecrets({ task, failure, failures, notes, told, ...known }, redacted) {
    const clean = ({ kind, message, advice }) => new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(kind, redacted(message), { advice: redacted(advice) });
    const prompt = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .promptOf */ .Gh)(task);
    const parameters = prompt === null ? task.parameters : { ...task.parameters, prompt: redacted(prompt) };
    return {
        ...known,
        task: {
            ...task,
            model: redacted(task.model),
            deployment: task.deployment === null ? null : { ...task.deployment, id: redacted(task.deployment.id) },
            parameters,
        },
        failure: failure === null ? null : clean(failure),
        failures: failures.map(({ index, error }) => ({ index, error: clean(error) })),
        notes: notes.map(({ kind, about }) => ({ kind, about: redacted(about) })),
        told: told.map(redacted),
    };
}
function summed(outcomes) {
    const costs = outcomes.flatMap(({ cost, adopted }) => (cost === null || adopted ? [] : [cost]));
    return {
        outcomes,
        images: outcomes.flatMap((outcome) => outcome.images.map((image) => ({ ...image, outcome }))),
        failed: outcomes.flatMap((outcome) => outcome.failure !== null && hasFailed(outcome) ? [{ ...outcome, failure: outcome.failure }] : []),
        notAttempted: outcomes.filter(({ attempted }) => !attempted),
        blocked: outcomes.flatMap((outcome) => outcome.failure?.kind === 'blocked' ? [{ ...outcome, failure: outcome.failure }] : []),
        cost: costs.length === 0 ? null : (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .sumUsd */ .eg)(costs),
    };
}
function hasFailed({ attempted, failure, unsettled }) {
    return attempted && !(failure?.kind === 'cancelled' && unsettled !== null);
}
function reportOf({ outcomes, images, failed, blocked, cost, plan }) {
    return {
        version: 1,
        images: images.map((image) => imageEntry(image, image.outcome)),
        failures: [...failed, ...blocked].flatMap(({ task, requestId, failures }) => failures.map(({ index, error }) => ({
            id: task.id,
            index,
            request_id: requestId,
            kind: error.kind,
            message: error.text,
        }))),
        unsettled: outcomes
            .filter(({ unsettled }) => unsettled !== null)
            .map(({ task, index, requestId, unsettled }) => ({
            id: task.id,
            index,
            request_id: requestId,
            state: unsettled,
        })),
        request_ids: outcomes.flatMap(({ requestId }) => (requestId === null ? [] : [requestId])),
        cost,
        results: outcomes.flatMap(({ task, requestId, output }) => output === undefined ? [] : [{ id: task.id, request_id: requestId, output }]),
        ...(plan === null ? {} : { plan: planEntries(plan) }),
    };
}
function planEntries(plan) {
    return plan.map(({ id, action, reasons, price }) => ({ id, action, reasons, price }));
}
function imageEntry(image, { task, requestId, cost, images }) {
    return {
        id: task.id,
        index: image.index,
        prompt: (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .promptOf */ .Gh)(task),
        model: task.model === '' ? null : task.model,
        ...(task.deployment === null ? {} : { deployment: task.deployment.id }),
        seed: image.seed,
        request_id: requestId,
        path: image.path,
        url: image.url === '' ? null : image.url,
        format: image.format,
        width: image.width,
        height: image.height,
        bytes: image.bytes,
        sha256: image.sha256,
        cost: cost === null ? null : (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .sumUsd */ .eg)([cost / images.length]),
    };
}


/***/ }),

/***/ 44639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   b5: () => (/* binding */ printableBy)
/* harmony export */ });
/* unused harmony exports withoutSignatures, neutralised */
const SHORTEST_SECRET = 4;
function redactor(secrets) {
    const forms = new Set(secrets
        .filter((secret) => secret.length >= SHORTEST_SECRET)
        .flatMap((secret) => [secret, ...inUrls(secret), JSON.stringify(secret).slice(1, -1), base64(secret)]));
    const longestFirst = [...forms].sort((a, b) => b.length - a.length);
    return (text) => longestFirst.reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
}
function inUrls(secret) {
    const encoded = encodeURIComponent(secret);
    return [encoded, encoded.replace(/%../g, (code) => code.toLowerCase())];
}
function base64(secret) {
    return Buffer.from(secret).toString('base64').replace(/=+$/, '');
}
function withoutSignatures(text) {
    return text.replace(/https?:\/\/[^\s"<>]+/gi, (url) => {
        const [beforeFragment = ''] = url.split('#', 1);
        const query = beforeFragment.indexOf('?');
        const bare = query === -1 ? beforeFragment : `${beforeFragment.slice(0, query)}?\u2026`;
        return bare.replace(/(https?:\/\/)[^/]*@/gi, '$1');
    });
}
const INVISIBLE = '[[\\s\\p{DI}]--\\n]';
const COMMAND = new RegExp(`^(${INVISIBLE}*:)(?=\\p{DI}*:)`, 'gmv');
const LEGACY_COMMAND = /#(?=\p{DI}*#\p{DI}*\[)/gv;
function neutralised(text) {
    return (text
        .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
        .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g, '')
        .replace(COMMAND, '$1 ')
        .replace(LEGACY_COMMAND, '# '));
}
function printableBy(redacted) {
    return (text) => redacted(neutralised(withoutSignatures(redacted(text))));
}


/***/ }),

/***/ 3248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ CANCEL_TIMETABLE)
/* harmony export */ });
const CANCEL_TIMETABLE = { settleMs: 2_500, downloadMs: 2_500, submitMs: 6_500, uploadMs: 7_000 };


/***/ }),

/***/ 58047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ stoppedWaiting),
/* harmony export */   AJ: () => (/* binding */ remediesOf),
/* harmony export */   B2: () => (/* binding */ Deadline),
/* harmony export */   GI: () => (/* binding */ RequestError),
/* harmony export */   Hu: () => (/* binding */ outcomeUnknown),
/* harmony export */   LA: () => (/* binding */ notAccepted),
/* harmony export */   Lu: () => (/* binding */ filesGone),
/* harmony export */   Mt: () => (/* binding */ cancelledElsewhere),
/* harmony export */   O9: () => (/* binding */ unknownBefore),
/* harmony export */   O_: () => (/* binding */ notPaidAgain),
/* harmony export */   PV: () => (/* binding */ refusedToTell),
/* harmony export */   V_: () => (/* binding */ stoppedBeforeSubmit),
/* harmony export */   hC: () => (/* binding */ sentences),
/* harmony export */   iX: () => (/* binding */ whereToLook),
/* harmony export */   tx: () => (/* binding */ failedBefore),
/* harmony export */   uv: () => (/* binding */ failedAtRunComfy),
/* harmony export */   vk: () => (/* binding */ noLongerThere)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(38402);
/* harmony import */ var _lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(81459);
/* harmony import */ var _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9223);




class RequestError extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    requestId;
    unsettled;
    ending;
    cost;
    constructor(kind, message, details) {
        super(kind, message, { advice: details.advice ?? '', cause: details.cause });
        this.requestId = details.requestId;
        this.unsettled = details.unsettled ?? null;
        this.ending = details.ending;
        this.cost = details.cost ?? null;
    }
}
function remediesOf({ source, isOnRecord, deployment }) {
    const collect = (requestId) => {
        if (isOnRecord() || source === 'collect')
            return '';
        return `Input \`collect: ${requestId}\`${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .besidesIds */ .W)([deployment])} fetches it without paying again.`;
    };
    switch (source) {
        case 'manifest':
            return {
                anew: 'It is not paid for again until its recipe changes or you name it in `force`.',
                gone: 'To generate it again, and pay for it again, name it in `force`.',
                collect,
                deployment,
            };
        case 'inputs':
            return {
                anew: 'It is not paid for again unless you change its inputs or set `resume: false`.',
                gone: 'To generate it again, and pay for it again, set `resume: false`.',
                collect,
                deployment,
            };
        case 'collect':
            return { anew: '', gone: 'Check the id. RunComfy does not keep requests forever.', collect, deployment };
    }
}
class Deadline extends Error {
    ms;
    constructor(ms) {
        super('deadline');
        this.ms = ms;
    }
}
function notAccepted(doing, error, note) {
    return new RequestError(error.kind, `${doing}: ${error.message}`, {
        requestId: null,
        ending: null,
        advice: sentences(error.advice, note),
        cause: error,
    });
}
function stoppedBeforeSubmit(reason) {
    const kind = reason instanceof Deadline ? 'timeout' : 'cancelled';
    return new RequestError(kind, 'Not submitted: the run was stopped first.', { requestId: null, ending: null });
}
function outcomeUnknown(doing, { said, cause }, { deployment }) {
    return new RequestError('outcome-unknown', `${doing}: ${said} It is not known whether the request was accepted, so it was not sent again.`, {
        requestId: null,
        ending: 'unknown',
        unsettled: 'unknown',
        advice: `Check ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .pagesOf */ .E)([deployment])} before you run this again: the request may be there, and billed.`,
        cause,
    });
}
function unknownBefore({ anew, deployment }) {
    return new RequestError('outcome-unknown', 'An earlier run submitted this, but the response was lost. It is not known whether the request was accepted, so it was not submitted again.', {
        requestId: null,
        ending: 'unknown',
        unsettled: 'unknown',
        advice: sentences(`Check ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .pagesOf */ .E)([deployment])}: the request may be there, and billed. To download its files, pass its id to \`collect\`${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .besidesIds */ .W)([deployment])}.`, anew),
    });
}
const CHECK_MODEL = 'Check the prompt and the parameters against the API page of the model, then run again.';
function failedAtRunComfy(requestId, { reason, refused, cost, endedAs, advice = CHECK_MODEL }, { deployment }) {
    const said = reason === '' ? 'and gave no reason' : `and said ${reason}`;
    if (endedAs !== undefined) {
        return new RequestError('refused', `RunComfy ended this request as ${endedAs} ${said}.`, {
            requestId,
            ending: 'refused',
            cost,
            advice: `It is not paid for again automatically. Find request ${requestId} under ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .pagesOf */ .E)([deployment])}, then change the prompt or the parameters.`,
        });
    }
    return refused
        ? new RequestError('refused', `RunComfy refused to generate this ${said}.`, {
            requestId,
            ending: 'refused',
            cost,
            advice: _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .REFUSAL_ADVICE */ .e0,
        })
        : new RequestError('generation-failed', `RunComfy failed to generate this ${said}.`, {
            requestId,
            ending: 'failed',
            cost,
            advice,
        });
}
function cancelledElsewhere(requestId) {
    return new RequestError('cancelled', 'The request was cancelled at RunComfy, but not by this run.', {
        requestId,
        ending: 'cancelled',
        advice: 'Run again to generate it.',
    });
}
function stoppedWaiting(requestId, { reason, trouble, unsettled, mayCancel }, remedies) {
    const now = whatGoesOn(unsettled, mayCancel);
    const look = unsettled === 'cancelled' ? '' : whereToLook(requestId, remedies);
    if (!(reason instanceof Deadline)) {
        return new RequestError('cancelled', `The run was cancelled. ${now}`, {
            requestId,
            unsettled,
            ending: unsettled,
            advice: look,
        });
    }
    const said = trouble === null ? '' : ` The last response was: ${trouble.message}`;
    const next = trouble === null ? 'Raise `timeout` if it needs longer.' : trouble.advice;
    return new RequestError('timeout', `No result within ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(reason.ms)} (\`timeout\`).${said} ${now}`, {
        requestId,
        unsettled,
        ending: unsettled === 'running' ? 'outlasted' : 'cancelled',
        advice: sentences(look, next),
    });
}
function noLongerThere(requestId, error, unsettled, advice) {
    return new RequestError('request-not-found', `RunComfy no longer has request ${requestId}: ${error.message}`, {
        requestId,
        unsettled,
        ending: 'gone',
        advice,
        cause: error,
    });
}
function filesGone(requestId, first, remedies) {
    return new RequestError('request-not-found', `RunComfy no longer has the files of request ${requestId}: ${first.message}`, { requestId, ending: 'gone', advice: remedies.gone, cause: first });
}
function refusedToTell(requestId, error, { unsettled, mayCancel }, remedies) {
    const look = unsettled === 'cancelled' ? '' : whereToLook(requestId, remedies);
    const message = `Checking request ${requestId}: ${error.message} ${whatGoesOn(unsettled, mayCancel)}`;
    const advice = sentences(error.advice, look);
    return new RequestError(error.kind, message, { requestId, unsettled, ending: unsettled, advice, cause: error });
}
function failedBefore(requestId, ending) {
    const details = { requestId, ending };
    switch (ending) {
        case 'refused':
            return new RequestError('refused', `RunComfy refused to generate this in an earlier run, as request ${requestId}.`, {
                ...details,
                advice: 'Change the prompt: the same words will be refused again.',
            });
        case 'empty':
            return new RequestError('no-output', `RunComfy finished request ${requestId} in an earlier run, without any output.`, {
                ...details,
            });
        case 'outlasted':
            return new RequestError('timeout', `Request ${requestId} of an earlier run took longer than its \`timeout\`, could not be cancelled, and has no result yet: it may be billed.`, {
                ...details,
                unsettled: 'running',
                advice: 'A later run collects it once it is done.',
            });
    }
}
function notPaidAgain(error, { anew }) {
    return new RequestError(error.kind, error.message, { ...error, advice: sentences(error.advice, anew) });
}
function whatGoesOn(unsettled, triedToCancel) {
    if (unsettled === 'cancelled')
        return 'RunComfy cancelled the request.';
    return triedToCancel
        ? 'It could no longer be cancelled: it is still running at RunComfy and may be billed.'
        : 'It was not cancelled: it may still be running at RunComfy, and may be billed.';
}
function whereToLook(requestId, remedies) {
    return sentences(`Find request ${requestId} under ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .pagesOf */ .E)([remedies.deployment])}.`, remedies.collect(requestId));
}
function sentences(...texts) {
    return texts.filter((text) => text !== '').join(' ');
}


/***/ }),

/***/ 43859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ endRequest)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(18808);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(28394);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93484);
/* harmony import */ var _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9223);




async function endRequest(requestId, { service, clock, limitMs, forceStop, mayCancel = true }) {
    const limit = (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .zc)(clock, limitMs, () => new Error('out of time'), forceStop);
    const { signal } = limit;
    const cancel = (id) => service.cancel(id, signal).catch((error) => {
        if (error instanceof _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._7 && !error.isTransient)
            return 'not_cancellable';
        throw error;
    });
    try {
        for (let failures = 1;; failures++) {
            try {
                if (mayCancel && (await cancel(requestId)) === 'cancelled')
                    return 'cancelled';
                const result = await service.result(requestId, signal);
                return result.result === 'pending' ? 'running' : result.result === 'cancelled' ? 'cancelled' : result;
            }
            catch (error) {
                const isTransient = error instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionError */ .Rc || (error instanceof _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._7 && error.isTransient);
                if (!isTransient || signal.aborted)
                    return 'running';
                await clock.sleep((0,_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retryDelay */ .a)(failures, null, clock.random()), signal);
            }
        }
    }
    catch {
        return 'running';
    }
    finally {
        limit.end();
    }
}


/***/ }),

/***/ 45259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ onlyNewIds),
/* harmony export */   x: () => (/* binding */ createApi)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(18808);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93484);


const SUBMIT_LIMIT_MS = 150_000;
const READ_LIMIT_MS = 20_000;
const MAX_BYTES = 64 * 1024 * 1024;
function createApi({ http, clock, origin, token, redacted }) {
    async function call({ method, path, body, limitMs, signal, fresh = false }) {
        const late = () => new _http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionError */ .Rc(new Error(`no response within ${limitMs / 1000} s`), false);
        const limit = (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .zc)(clock, limitMs, late, signal);
        try {
            const response = await http.send({
                method,
                url: new URL(path, origin),
                headers: {
                    authorization: `Bearer ${token}`,
                    accept: 'application/json',
                    'cache-control': 'no-cache',
                    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                },
                ...(body === undefined ? {} : { body }),
                signal: limit.signal,
                fresh,
            });
            const retryAfterMs = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .retryAfter */ .P9)(response.header('retry-after'), clock.date());
            return {
                status: response.status,
                body: redacted(await (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(response, MAX_BYTES, limit.signal)),
                retryAfterMs,
            };
        }
        finally {
            limit.end();
        }
    }
    return {
        read: (path, signal) => call({ method: 'GET', path, limitMs: READ_LIMIT_MS, signal }),
        pay: (path, body, signal) => call({ method: 'POST', path, body, limitMs: SUBMIT_LIMIT_MS, signal, fresh: true }),
        post: (path, signal) => call({ method: 'POST', path, limitMs: READ_LIMIT_MS, signal }),
    };
}
function onlyNewIds() {
    const answered = new Set();
    return (requestId) => {
        if (requestId === null || answered.has(requestId))
            return null;
        answered.add(requestId);
        return requestId;
    };
}


/***/ }),

/***/ 77670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ entryIn),
/* harmony export */   JE: () => (/* binding */ hastyCatalogue),
/* harmony export */   ST: () => (/* binding */ createCatalogue)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(18808);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(28394);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(93484);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9223);





function createCatalogue(service, clock, signal) {
    const entries = new Map();
    const searches = new Map();
    const mayRepeat = (error) => error instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionError */ .Rc || (error instanceof _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._7 && error.isTransient);
    async function ask(model) {
        try {
            return await (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .patiently */ .d)(() => service.model(model, signal), mayRepeat, clock, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._7 && error.kind === 'model-not-found')
                return inList(model);
            if (error instanceof _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._7 && error.kind === 'unauthorized')
                throw error;
            return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asActionError */ .z6)(error, 'Looking in the catalogue');
        }
    }
    async function inList(model) {
        try {
            const found = await list(model.split('/')[1] ?? model);
            return found.includes(model) ? { price: null, unit: null, pricingNote: null, inputSchema: null } : 'unknown';
        }
        catch (error) {
            signal.throwIfAborted();
            return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asActionError */ .z6)(error, 'Looking in the catalogue');
        }
    }
    function list(text) {
        const asked = searches.get(text) ?? service.search(text, signal);
        searches.set(text, asked);
        return asked;
    }
    return {
        entry(model) {
            const asked = entries.get(model) ?? ask(model);
            entries.set(model, asked);
            return asked;
        },
        async search(text) {
            try {
                return await list(text);
            }
            catch {
                signal.throwIfAborted();
                return [];
            }
        },
    };
}
const MAX_WAIT_MS = 2_000;
function hastyCatalogue(catalogue, clock) {
    let end = null;
    async function within(work, late) {
        end ??= clock.now() + MAX_WAIT_MS;
        const limit = (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .zc)(clock, Math.max(0, end - clock.now()), () => new Error('late'));
        try {
            return await (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .noLongerThan */ .Cy)(limit.signal, work);
        }
        catch (error) {
            if (limit.signal.aborted)
                return late;
            throw error;
        }
        finally {
            limit.end();
        }
    }
    return {
        entry: (model) => within(catalogue.entry(model), NO_ANSWER),
        search: (text) => within(catalogue.search(text), []),
    };
}
const NO_ANSWER = new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('unavailable', `The catalogue did not respond within ${MAX_WAIT_MS / 1000} s.`);
function entryIn(listing) {
    return listing === 'unknown' || listing instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? null : listing;
}


/***/ }),

/***/ 9223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ decodeCancel),
/* harmony export */   BY: () => (/* binding */ decodeModels),
/* harmony export */   Nh: () => (/* binding */ AcceptedInDoubt),
/* harmony export */   Sz: () => (/* binding */ decodeResult),
/* harmony export */   UJ: () => (/* binding */ decodeState),
/* harmony export */   _7: () => (/* binding */ ServiceError),
/* harmony export */   e0: () => (/* binding */ REFUSAL_ADVICE),
/* harmony export */   sd: () => (/* binding */ decodeModel),
/* harmony export */   x1: () => (/* binding */ decodeSubmit)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75892);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(68173);
/* harmony import */ var _lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31706);



class ServiceError extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    status;
    code;
    retryAfterMs;
    constructor(reply, code, said, kind = kindOf(reply.status, code)) {
        super(kind, `RunComfy returned ${answer(reply.status, code)}${said === '' ? '' : `: ${said}`}.`, {
            advice: adviceFor(reply.status, kind),
        });
        this.status = reply.status;
        this.code = code;
        this.retryAfterMs = reply.retryAfterMs;
    }
    get isTransient() {
        return this.kind === 'unavailable' || this.kind === 'rate-limited';
    }
    get isRejected() {
        return this.kind !== 'unavailable' || isForbidden(this.status);
    }
}
class AcceptedInDoubt extends ServiceError {
    requestId;
    constructor(reply, code, said, requestId) {
        super(reply, code, said);
        this.requestId = requestId;
    }
    get isRejected() {
        return false;
    }
}
const REFUSAL_ADVICE = 'Change the prompt: the same words will be refused again.';
const ADVICE = {
    'invalid-request': "Check the parameters against the model's API page on runcomfy.com.",
    refused: REFUSAL_ADVICE,
    unauthorized: 'Check the token (runcomfy.com, Profile, API Token): creating a new one revokes the old one immediately.',
    'insufficient-balance': 'Add funds on runcomfy.com, then run again. What was already generated is kept.',
    'model-not-found': 'Copy the model_id from the API tab of the model: the URL of the page is not the model_id.',
    'rate-limited': 'Lower `concurrency`, or run again later.',
    unavailable: 'This looks like an outage. Run again later.',
};
function adviceFor(status, kind) {
    if (status >= 300 && status < 400)
        return 'Check `api-url`: API calls do not follow redirects.';
    if (kind === 'unavailable' && isForbidden(status))
        return 'This response comes from a proxy or a firewall, not from the API. Check `api-url` and the network, or run again later.';
    if (status === 413)
        return 'The request is too large. Send smaller `files`.';
    return ADVICE[kind];
}
function kindBySaid(kind, body) {
    if (kind === 'unavailable' || kind === 'model-not-found')
        return kind;
    const said = wordsOf(body);
    if (isAboutBalance(said))
        return 'insufficient-balance';
    return kind === 'invalid-request' && isRefusal(said) ? 'refused' : kind;
}
function isAboutBalance(said) {
    return /(exhausted|insufficient|not enough|no|low|negative|zero) (account |remaining )?(balance|funds|credits?)\b|(balance|funds|credits?) (is |are |has been |have been )?(exhausted|insufficient|used up|too low|empty)|\btop.?up\b|payment required/i.test(said.replaceAll('_', ' '));
}
function kindOfWord(code) {
    const word = code.replace(/[_-]/g, ' ');
    if (/\brate limit|\btoo many|throttl/i.test(word))
        return 'rate-limited';
    if (/unauth|forbidden|denied|(invalid|expired|missing) (api )?(token|key)|credential/i.test(word))
        return 'unauthorized';
    if (/balance|funds|credit|payment|insufficient/i.test(word))
        return 'insufficient-balance';
    if (/not found|unknown model|no such/i.test(word))
        return 'model-not-found';
    if (/internal|unavailable|time ?out|overload|busy|server|gateway/i.test(word))
        return 'unavailable';
    return 'invalid-request';
}
function kindOf(answered, code) {
    if (typeof code === 'string')
        return isOk(answered) ? kindOfWord(code) : kindOf(answered, null);
    const meaning = code ?? answered;
    const status = isOk(answered) && code !== null && code >= 100_000 ? Math.floor(code / 1000) : answered;
    if (code === 400004 || code === 10002 || code === 10003 || isForbidden(status))
        return 'unauthorized';
    if (code === 400002 || code === 10001 || status === 402)
        return 'insufficient-balance';
    if (code === 404001 || code === 400001 || status === 404)
        return 'model-not-found';
    if (status === 429 || (answered < 500 && Math.floor(meaning / 1000) === 429))
        return 'rate-limited';
    if (status >= 500 || status === 408 || status === 425 || status < 200 || (code !== null && code >= 500_000))
        return 'unavailable';
    return 'invalid-request';
}
function isOk(status) {
    return status >= 200 && status < 300;
}
function isForbidden(status) {
    return status === 401 || status === 403;
}
function answer(status, code) {
    return code === null
        ? `HTTP ${status}`
        : `HTTP ${status}, error ${typeof code === 'string' ? (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(code, 60) : code}`;
}
function decodeSubmit(reply) {
    const body = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(reply.body);
    const id = submittedId(body, ['request_id', 'requestId', 'id']);
    if (id !== null && isOk(reply.status))
        return id;
    const named = submittedId(body, ['request_id', 'requestId']);
    const hasNoAccess = ['unauthorized', 'insufficient-balance'].includes(kindOf(reply.status, errorCode(reply)));
    if (body !== null && named !== null && !hasNoAccess)
        throw new AcceptedInDoubt(reply, errorCode(reply), errorMessage(body), named);
    if (reply.status === 302 || reply.status === 303)
        throw new ServiceError(reply, null, '', 'unavailable');
    accepted(reply);
    return null;
}
function submittedId(body, names) {
    const data = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(body?.data);
    const candidates = [body, data].flatMap((part) => names.map((name) => part?.[name]));
    const id = candidates.find((candidate) => typeof candidate === 'string' || Number.isSafeInteger(candidate));
    return id !== undefined && (0,_lib_request_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isRequestId */ .h)(String(id)) ? String(id) : null;
}
function decodeState(reply) {
    const body = aboutRequest(reply);
    const word = stateWord(body);
    const group = Object.hasOwn(STATES, word) ? STATES[word] : undefined;
    if (group === undefined)
        return { state: 'unknown', word: (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(statedWord(body), 60), end: endInOwnWords(body) };
    if (group !== 'in_queue')
        return { state: group };
    const position = body.queue_position;
    return { state: group, position: typeof position === 'number' && Number.isInteger(position) ? position : null };
}
const STATES = {
    in_queue: 'in_queue',
    queued: 'in_queue',
    pending: 'in_queue',
    waiting: 'in_queue',
    in_progress: 'in_progress',
    starting: 'in_progress',
    processing: 'in_progress',
    running: 'in_progress',
    completed: 'completed',
    succeeded: 'completed',
    success: 'completed',
    done: 'completed',
    failed: 'completed',
    error: 'completed',
    cancelled: 'cancelled',
    canceled: 'cancelled',
};
const ENDED = new Set(['failed', 'error', 'cancelled', 'canceled']);
function speaksOfEnd(word) {
    if (/await|waiting|pending|cancell?ing|cancellation|cancel.?request|request.?cancel/.test(word))
        return false;
    return /abort|fail|error|cancell?ed|expire|reject|moderat|terminat/.test(word);
}
function endInOwnWords(body) {
    const word = stateWord(body);
    if (word === '' || Object.hasOwn(STATES, word))
        return null;
    const isOver = [body.error, body.finished_at].some((sign) => !isNothing(sign));
    if (!isOver && !speaksOfEnd(word))
        return null;
    const reason = failureReason(body);
    return { result: 'failed', reason, refused: true, cost: money(body.cost), endedAs: (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(statedWord(body), 60) };
}
function isNothing(sign) {
    if (sign === undefined || sign === null || sign === '' || sign === false)
        return true;
    return typeof sign === 'object' && Object.keys(sign).length === 0;
}
const SUCCEEDED = new Set(['succeeded', 'completed', 'success', 'done']);
function decodeResult(reply) {
    if (errorCode(reply) === 400005)
        return { result: 'pending' };
    const refusal = refusedByModeration(reply);
    if (refusal !== null)
        return refusal;
    const body = aboutRequest(reply);
    const word = stateWord(body);
    const cost = money(body.cost);
    if (SUCCEEDED.has(word))
        return {
            result: 'succeeded',
            output: body.output ?? (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(body.data)?.output ?? null,
            beside: besideOutput(body),
            cost,
            createdAt: timeIn(body.created_at),
        };
    if (word === 'failed' || word === 'error') {
        const reason = failureReason(body);
        return { result: 'failed', reason, refused: isRefusal(wordsOf(body)), cost };
    }
    if (word === 'cancelled' || word === 'canceled')
        return { result: 'cancelled' };
    const end = endInOwnWords(body);
    return end === null ? { result: 'pending' } : { result: 'pending', end };
}
function timeIn(value) {
    const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? null : time;
}
function refusedByModeration(reply) {
    const body = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(reply.body);
    if (body === null || (reply.status !== 400 && reply.status !== 422))
        return null;
    if (kindBySaid(kindOf(reply.status, errorCode(reply)), body) !== 'refused')
        return null;
    return { result: 'failed', reason: failureReason(body), refused: true, cost: money(body.cost) };
}
const OF_THE_REQUEST = /^(output|data|status|state|id|request_?id|model_id|cost|error.*|message|detail|(created|started|finished)_at|.*_url)$/i;
function besideOutput(body) {
    return Object.fromEntries(Object.entries(body).filter(([name]) => !OF_THE_REQUEST.test(name)));
}
function decodeCancel(reply) {
    const body = readable(reply);
    const words = [body.outcome, body.status]
        .filter((word) => typeof word === 'string')
        .map((word) => word.toLowerCase());
    return words.some((word) => word === 'cancelled' || word === 'canceled') && !words.includes('not_cancellable')
        ? 'cancelled'
        : 'not_cancellable';
}
function decodeModels(reply) {
    const { models } = readable(reply);
    if (!Array.isArray(models))
        return [];
    return models.flatMap((model) => {
        const id = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(model)?.model_id;
        return typeof id === 'string' ? [id] : [];
    });
}
function decodeModel(reply) {
    const body = readable(reply);
    const entry = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(body.model) ?? body;
    return {
        price: money(entry.base_price_usd),
        unit: typeof entry.price_unit === 'string' ? entry.price_unit : null,
        pricingNote: typeof entry.pricing_note === 'string' && entry.pricing_note !== '' ? entry.pricing_note : null,
        inputSchema: (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(entry.input_schema),
    };
}
function accepted(reply) {
    const body = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(reply.body);
    const code = errorCode(reply);
    if (isForbidden(reply.status) && isPage(reply))
        throw new ServiceError(reply, null, `a page, ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(reply.body, 80)}`, 'unavailable');
    if (isOk(reply.status) && code === null)
        return body;
    if (body === null)
        throw new ServiceError(reply, code, '');
    throw new ServiceError(reply, code, errorMessage(body), kindBySaid(kindOf(reply.status, code), body));
}
function aboutRequest(reply) {
    const body = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(reply.body);
    if (reply.status >= 400 && reply.status < 500 && isPage(reply))
        throw new ServiceError(reply, null, `a page, ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(reply.body, 80)}`, 'unavailable');
    const ended = body !== null && (ENDED.has(stateWord(body)) || endInOwnWords(body) !== null);
    return ended && isOk(reply.status) ? body : readable(reply);
}
function isPage({ body }) {
    return /^\s*</.test(body);
}
function readable(reply) {
    const body = accepted(reply);
    if (body === null)
        throw new ServiceError(reply, null, `no JSON object, but ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(reply.body, 80)}`, 'unavailable');
    return body;
}
function errorCode(reply) {
    const told = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(reply.body)?.error_code;
    const code = Number(told ?? Number.NaN);
    if (Number.isFinite(code))
        return code !== 0 && !isOk(code) ? code : null;
    return typeof told === 'string' && !/^\s*(ok|success|succeeded|none|null|no.?error)?\s*$/i.test(told)
        ? told.trim()
        : null;
}
function stateWord(body) {
    return statedWord(body).toLowerCase();
}
function statedWord(body) {
    const word = body.status ?? body.state ?? (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(body.data)?.status;
    return typeof word === 'string' ? word : '';
}
function money(said) {
    const value = typeof said === 'string' && /^\d+(\.\d+)?$/.test(said) ? Number(said) : said;
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
function errorMessage(body) {
    return headlineAndDetail([body.error_message, body.message, body.error], body.detail);
}
function failureReason(body) {
    return headlineAndDetail([body.error, body.failure_reason, body.error_message, body.message], body.detail);
}
function headlineAndDetail(headlines, detail) {
    const headline = withoutStop(headlines.map((said) => plain(said)).find((text) => text !== '') ?? '');
    const more = withoutStop(plain(detail));
    const parts = headline.includes(more) ? [headline] : more.includes(headline) ? [more] : [headline, more];
    const text = parts.join(': ');
    return text === '' ? '' : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text, LONGEST_WORDS);
}
const LONGEST_WORDS = 400;
function withoutStop(text) {
    return text.trimEnd().replace(/\.$/, '');
}
function plain(said, depth = 0) {
    if (said === null || said === undefined)
        return '';
    if (typeof said === 'string')
        return said.trim();
    if (depth === DEEPEST_ERROR)
        return '\u2026';
    if (Array.isArray(said))
        return said
            .slice(0, MAX_ERRORS)
            .map((one) => plain(one, depth + 1))
            .filter(Boolean)
            .join('; ');
    const object = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(said);
    if (object === null)
        return String(said);
    if (typeof object.msg === 'string') {
        const where = Array.isArray(object.loc) ? object.loc.filter((part) => part !== 'body').join('.') : '';
        return where === '' ? object.msg : `${where}: ${object.msg}`;
    }
    const inner = plain(object.message ?? object.error ?? object.detail, depth + 1);
    return inner !== '' ? inner : JSON.stringify(object);
}
const DEEPEST_ERROR = 8;
const MAX_ERRORS = 20;
function wordsOf({ error_code, error, failure_reason, error_message, message, detail }) {
    const words = [];
    const visit = (said, depth) => {
        if (typeof said === 'string')
            words.push(said.slice(0, LONGEST_WORDS));
        if (depth === DEEPEST_ERROR || words.length > MAX_ERRORS)
            return;
        if (Array.isArray(said))
            for (const one of said.slice(0, MAX_ERRORS))
                visit(one, depth + 1);
        for (const [key, inner] of Object.entries((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(said) ?? {}))
            if (!QUOTES.has(key))
                visit(inner, depth + 1);
    };
    visit([error_code, error, failure_reason, error_message, message, detail], 0);
    return words.join('\n');
}
const QUOTES = new Set(['loc', 'input', 'ctx', 'url']);
function isRefusal(said) {
    const words = said.replace(/\w*(safety|nsfw|moderation)_(tolerance|check|filter|level|setting|mode)\w*/gi, '');
    return /moderat|safety|nsfw|content.?policy|policy.?violation|prohibited|flagged|sensitive content/i.test(words);
}


/***/ }),

/***/ 41678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ createServices),
  V: () => (/* binding */ secretsIn)
});

// EXTERNAL MODULE: ./lib/http/client.js + 2 modules
var http_client = __nccwpck_require__(18808);
// EXTERNAL MODULE: ./lib/http/proxies.js
var proxies = __nccwpck_require__(53192);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __nccwpck_require__(97035);
// EXTERNAL MODULE: ./lib/lib/clock.js
var clock = __nccwpck_require__(75953);
// EXTERNAL MODULE: ./lib/runcomfy/api.js
var api = __nccwpck_require__(45259);
// EXTERNAL MODULE: ./lib/runcomfy/protocol.js
var protocol = __nccwpck_require__(9223);
;// CONCATENATED MODULE: ./lib/runcomfy/client.js


function createClient({ apiUrl, ...options }) {
    const ifNew = (0,api/* onlyNewIds */.R)();
    const { read, pay, post } = (0,api/* createApi */.x)({ ...options, origin: apiUrl });
    return {
        async submit(model, body, signal) {
            return ifNew((0,protocol/* decodeSubmit */.x1)(await pay(`/v1/models/${model}`, body, signal)));
        },
        async state(requestId, signal) {
            return (0,protocol/* decodeState */.UJ)(await read(`/v1/requests/${requestId}/status`, signal));
        },
        async result(requestId, signal) {
            return (0,protocol/* decodeResult */.Sz)(await read(`/v1/requests/${requestId}/result?include_cost=true`, signal));
        },
        async cancel(requestId, signal) {
            return (0,protocol/* decodeCancel */.$P)(await post(`/v1/requests/${requestId}/cancel`, signal));
        },
        async model(model, signal) {
            return (0,protocol/* decodeModel */.sd)(await read(`/v1/models/${model}`, signal));
        },
        async search(text, signal) {
            return (0,protocol/* decodeModels */.BY)(await read(`/v1/models?search=${encodeURIComponent(text)}&limit=50`, signal));
        },
    };
}

;// CONCATENATED MODULE: ./lib/services.js





function secretsIn(token) {
    return [...new Set([token, (0,values/* bareToken */.eh)(token)])].filter((secret) => secret !== '');
}
function createServices({ env, token, redacted }) {
    Object.assign(env, (0,proxies/* withSchemes */.n)(env));
    let client = null;
    const http = () => {
        client ??= (0,http_client/* createHttp */.V0)(env);
        return client;
    };
    return {
        http,
        async service(apiUrl) {
            return token === '' ? null : createClient({ http: await http(), clock: clock/* systemClock */.m, apiUrl, token, redacted });
        },
        async serverless(deploymentsUrl) {
            const { createServerless } = await Promise.all(/* import() */[__nccwpck_require__.e(3156), __nccwpck_require__.e(3109)]).then(__nccwpck_require__.bind(__nccwpck_require__, 69849));
            return createServerless({ http: await http(), clock: clock/* systemClock */.m, deploymentsUrl, token, redacted });
        },
    };
}


/***/ }),

/***/ 70100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/commands/generate.js + 8 modules
var generate = __nccwpck_require__(35820);
// EXTERNAL MODULE: ./lib/files/workspace.js
var files_workspace = __nccwpck_require__(36822);
// EXTERNAL MODULE: ./lib/lib/json.js
var json = __nccwpck_require__(68173);
;// CONCATENATED MODULE: ./lib/github/event.js


const DEPENDABOT = 'dependabot[bot]';
function whyNoSecrets(env) {
    const payload = payloadOf(env);
    const event = env.GITHUB_EVENT_NAME ?? '';
    const pull = (0,json/* jsonObject */.o$)(payload?.pull_request);
    const people = [env.GITHUB_ACTOR, textAt(payload, 'sender', 'login'), textAt(pull, 'user', 'login')];
    if (people.includes(DEPENDABOT)) {
        const what = pull === null ? 'this run' : 'this pull request';
        return `${what} is from Dependabot, and GitHub gives these runs no secrets but Dependabot secrets.`;
    }
    if (event === 'schedule' && (0,json/* jsonObject */.o$)(payload?.repository)?.fork === true)
        return 'this is a scheduled run in a fork, and forks get no secrets from the upstream repository. Disable the workflow in the fork, or add a token of your own.';
    if (pull === null || !event.startsWith('pull_request') || event === 'pull_request_target')
        return null;
    const base = textAt(pull, 'base', 'repo', 'full_name');
    return base !== null && textAt(pull, 'head', 'repo', 'full_name') !== base
        ? 'this pull request is from a fork, and GitHub gives these runs no secrets.'
        : null;
}
function payloadOf(env) {
    try {
        return (0,json/* parseJsonObject */.dw)((0,external_node_fs_.readFileSync)(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
    }
    catch {
        return null;
    }
}
function textAt(value, ...path) {
    const [key, ...rest] = path;
    if (key === undefined)
        return typeof value === 'string' ? value : null;
    return typeof value === 'object' && value !== null
        ? textAt(Object.getOwnPropertyDescriptor(value, key)?.value, ...rest)
        : null;
}
function pullRequestOf(env) {
    if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request'))
        return null;
    const [, number] = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '') ?? [];
    if (number !== undefined)
        return Number(number);
    const pull = (0,json/* jsonObject */.o$)(payloadOf(env)?.pull_request);
    return typeof pull?.number === 'number' ? pull.number : null;
}
function mayNotWriteCache(env) {
    return ['pull_request_target', 'issue_comment', 'workflow_run'].includes(env.GITHUB_EVENT_NAME ?? '');
}

// EXTERNAL MODULE: ./lib/github/workflow.js
var github_workflow = __nccwpck_require__(33566);
// EXTERNAL MODULE: ./lib/inputs/inputs.js + 3 modules
var inputs_inputs = __nccwpck_require__(78631);
// EXTERNAL MODULE: ./lib/ledger/claims.js
var claims = __nccwpck_require__(58508);
// EXTERNAL MODULE: ./lib/ledger/journal.js
var ledger_journal = __nccwpck_require__(54502);
// EXTERNAL MODULE: ./lib/ledger/ledger.js
var ledger = __nccwpck_require__(54648);
// EXTERNAL MODULE: ./lib/ledger/who-asks.js
var who_asks = __nccwpck_require__(42388);
// EXTERNAL MODULE: ./lib/lib/clock.js
var clock = __nccwpck_require__(75953);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __nccwpck_require__(75892);
// EXTERNAL MODULE: ./lib/pipeline/narrator.js
var narrator = __nccwpck_require__(43621);
// EXTERNAL MODULE: ./lib/pipeline/publish.js + 1 modules
var publish = __nccwpck_require__(1355);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __nccwpck_require__(45650);
;// CONCATENATED MODULE: ./lib/step.js

















async function runStep(context, signals) {
    const { env, raw, redacted, workflow } = context;
    try {
        (0,github_workflow/* presetOutputs */.Ce)(env, (0,publish/* blankOutputs */.fD)(redacted));
    }
    catch {
    }
    const workspace = await (0,files_workspace/* openWorkspace */.OH)(env.GITHUB_WORKSPACE || process.cwd()).catch((error) => {
        throw notUsable('GITHUB_WORKSPACE', error);
    });
    const inputs = await (0,inputs_inputs/* readInputs */.K)(raw, workspace, redacted).catch((error) => {
        throw error instanceof errors/* InputError */.dz ? withMissingToken(error, context) : error;
    });
    const temp = openTemp(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)());
    const { cancelled } = signals;
    const ports = { log: workflow, workflow, temp, redacted, workspace, clock: clock/* systemClock */.m, cancelled };
    const failure = await carryOut(inputs, ports, context, signals);
    if (failure !== null)
        throw failure;
}
async function carryOut(inputs, ports, context, signals) {
    const { mode, manifest } = inputs;
    if (mode === 'cleanup')
        return startCleanup(inputs, context);
    if (mode === 'check' && manifest !== null)
        return (await Promise.all(/* import() */[__nccwpck_require__.e(2368), __nccwpck_require__.e(3075), __nccwpck_require__.e(3156), __nccwpck_require__.e(7212), __nccwpck_require__.e(7401), __nccwpck_require__.e(9149), __nccwpck_require__.e(2291)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96936))).check(manifest, inputs, ports);
    if (mode === 'accept' && manifest !== null) {
        await (await Promise.all(/* import() */[__nccwpck_require__.e(2368), __nccwpck_require__.e(3075), __nccwpck_require__.e(3156), __nccwpck_require__.e(7212), __nccwpck_require__.e(7401), __nccwpck_require__.e(9149), __nccwpck_require__.e(43)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94276))).accept(manifest, inputs, ports);
        return null;
    }
    if (mode === 'plan' && manifest !== null)
        return startPlan(manifest, inputs, ports, context);
    const why = inputs.apiToken === null ? whyNoSecrets(context.env) : null;
    if (why === null)
        return startGenerate(inputs, ports, context, signals);
    await context.workflow.warning(`No images were generated because there is no API token: ${why} The rest of this job continues.`);
    await (0,publish/* publish */.mk)((0,report/* runResultOf */.cy)([], context.redacted), { artifact: null, preview: null }, ports);
    return null;
}
async function startGenerate(inputs, ports, context, signals) {
    const { env, handOver } = context;
    const [service, http] = [await context.service(inputs.apiUrl), await context.http()];
    if (service === null)
        throw noToken();
    const journalFile = external_node_path_.join(ports.temp, 'journal.jsonl');
    handOver({ journal: journalFile });
    const journal = (0,ledger_journal/* openJournal */._)(journalFile);
    const identity = (0,who_asks/* runIdentity */.yK)(env, pullRequestOf(env));
    const generatePorts = {
        ...ports,
        http,
        service,
        serverless: () => context.serverless(inputs.deploymentsUrl),
        artifacts: context.artifacts(ports.temp),
        journal,
        identity,
        claims: (0,claims/* openClaims */._)(external_node_path_.dirname(ports.temp), (0,who_asks/* jobName */.dZ)(identity, inputs.matrix), ports.temp),
        openLedger: (work) => openCacheLedger(work, inputs, { journal, identity, context, cancelled: ports.cancelled }),
        narrator: (0,narrator/* createNarrator */.M)(ports.log, ports.clock),
        approval: null,
        handOver,
        async preview(made) {
            const { writePreview } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(4096), __nccwpck_require__.e(4091)]).then(__nccwpck_require__.bind(__nccwpck_require__, 24091));
            const { pull, about, previewPorts } = await context.pullRequest(inputs);
            return writePreview(made, inputs.preview, { ...about, pull }, previewPorts);
        },
    };
    return (0,generate.generate)(inputs, generatePorts, signals);
}
async function openCacheLedger({ tasks, record, forced }, inputs, { journal, identity, context, cancelled }) {
    const { runId, attempt, pull } = identity;
    const { env, workflow: log } = context;
    const records = context.records();
    const isWorthRecording = tasks.length > 0 && inputs.collect === null;
    if (records === null && isWorthRecording)
        log.info('This runner has no Actions cache service: later runs cannot find what this run pays for.');
    return (0,ledger/* openLedger */.au)({
        store: isWorthRecording ? records : null,
        name: record,
        journal,
        clock: clock/* systemClock */.m,
        log,
        runId,
        attempt,
        lookUp: inputs.resume && (pull !== null || inputs.manifest !== null || attempt > 1),
        doubtful: mayNotWriteCache(env),
        forced,
        cancelled,
    });
}
async function startPlan(manifest, inputs, ports, context) {
    const service = await context.service(inputs.apiUrl);
    const serverless = () => context.serverless(inputs.deploymentsUrl);
    const comment = async (rows) => {
        const { publishPlan } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(4096)]).then(__nccwpck_require__.bind(__nccwpck_require__, 24096));
        const { pull, about, previewPorts } = await context.pullRequest(inputs);
        return publishPlan({ ...about, ...inputs.preview, pull, plan: rows }, previewPorts);
    };
    const { plan } = await Promise.all(/* import() */[__nccwpck_require__.e(2368), __nccwpck_require__.e(3075), __nccwpck_require__.e(3156), __nccwpck_require__.e(7212), __nccwpck_require__.e(7401), __nccwpck_require__.e(9149), __nccwpck_require__.e(1028)]).then(__nccwpck_require__.bind(__nccwpck_require__, 67667));
    const tell = async (rows, file) => {
        const { planLines, planTitle } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(1383)]).then(__nccwpck_require__.bind(__nccwpck_require__, 41383));
        for (const line of planLines(rows))
            ports.log.info(line);
        ports.log.info(`${file}: ${planTitle(rows)}.`);
    };
    await plan(manifest, inputs, { ...ports, service, serverless, tell, comment });
    return null;
}
async function startCleanup(inputs, context) {
    const { removePreviews } = await Promise.all(/* import() */[__nccwpck_require__.e(3075), __nccwpck_require__.e(4096), __nccwpck_require__.e(7772)]).then(__nccwpck_require__.bind(__nccwpck_require__, 17772));
    const { pull, previewPorts } = await context.pullRequest(inputs);
    if (pull === null)
        await context.workflow.notice('Nothing to clean up: this run does not belong to a pull request. To name one, set `pr-number`.');
    else
        await removePreviews(pull, previewPorts);
    return null;
}
function withMissingToken(error, { env, raw }) {
    const isMissing = (raw['api-token']?.trim() ?? '') === '';
    const isNeeded = isMissing && ['', 'generate'].includes(raw.mode?.trim() ?? '');
    if (!isNeeded || whyNoSecrets(env) !== null)
        return error;
    const rule = 'is required unless the environment sets RUNCOMFY_TOKEN or RUNCOMFY_API_TOKEN';
    return new errors/* InputError */.dz([{ input: 'api-token', value: null, rule }, ...error.problems]);
}
function openTemp(folder) {
    try {
        return (0,external_node_fs_.mkdtempSync)(external_node_path_.join(folder, 'runcomfy-'));
    }
    catch (error) {
        throw notUsable('RUNNER_TEMP', error);
    }
}
function notUsable(variable, error) {
    return new errors/* ActionError */.lZ('save-failed', `${variable} names a folder that cannot be used: ${(0,errors/* asActionError */.z6)(error, 'opening it').message}.`, {
        advice: 'The runner sets this variable: check how the job is started. Nothing was sent to RunComfy.',
    });
}
function noToken() {
    return new errors/* ActionError */.lZ('bad-input', 'There is no RunComfy API token: input `api-token` is empty, and so are RUNCOMFY_TOKEN and RUNCOMFY_API_TOKEN.', {
        advice: 'Copy a token from runcomfy.com (Profile, API Token), store it as a secret of the repository, and pass it: `api-token: ${{ secrets.RUNCOMFY_TOKEN }}`. Nothing was sent.',
    });
}


/***/ }),

/***/ 12706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R7: () => (/* binding */ recipeHash),
/* harmony export */   Sx: () => (/* binding */ recipeOf),
/* harmony export */   nh: () => (/* binding */ recipeJson),
/* harmony export */   nw: () => (/* binding */ digestsOf),
/* harmony export */   q: () => (/* binding */ promptAndParameters)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _lib_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9968);


function recipeOf(model, sent, files) {
    return { model, ...promptAndParameters(sent), files: digestsOf(files) };
}
function promptAndParameters(sent) {
    const { prompt, ...parameters } = sent;
    return typeof prompt === 'string' ? { prompt, parameters } : { prompt: null, parameters: sent };
}
function recipeJson(recipe) {
    const { prompt, parameters, files } = recipe;
    if ('model' in recipe)
        return { model: recipe.model, prompt, parameters, files };
    const { deployment, workflow, overrides } = recipe;
    return { deployment, workflow, prompt, overrides, parameters, files };
}
function digestsOf(files) {
    return Object.fromEntries(Object.entries(files).map(([name, file]) => [
        name,
        'sha256' in file ? file.sha256 : file.map(({ sha256 }) => sha256),
    ]));
}
function recipeHash(recipe) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', (0,_lib_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(recipeJson(recipe)));
}


/***/ }),

/***/ 9961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ promptOf),
/* harmony export */   Or: () => (/* binding */ makerOf),
/* harmony export */   UQ: () => (/* binding */ tasksToCollect),
/* harmony export */   Y1: () => (/* binding */ imagesAskedFor),
/* harmony export */   a4: () => (/* binding */ tasksOf),
/* harmony export */   n3: () => (/* binding */ seedOf)
/* harmony export */ });
/* harmony import */ var _recipe_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(12706);

function tasksOf(order, { drawn = null, madeOf = (sent) => madeByModel(order, sent), } = {}) {
    const { parameters, seed, count } = order;
    const occurrences = new Map();
    return Array.from({ length: count }, (_, n) => {
        const asked = seed === null ? parameters : { ...parameters, seed: seed + n };
        const { recipe, ...made } = madeOf(asked);
        const sent = seed === null && drawn !== null ? { ...parameters, seed: drawn + n } : made.parameters;
        const occurrence = (occurrences.get(recipe) ?? 0) + 1;
        occurrences.set(recipe, occurrence);
        const name = count === 1 ? 'image' : `image-${n + 1}`;
        return { id: 'image', name, ...made, parameters: sent, output: null, recipe, occurrence, paid: null };
    });
}
function madeByModel({ model, files }, sent) {
    return { model, deployment: null, parameters: sent, files, recipe: (0,_recipe_js__WEBPACK_IMPORTED_MODULE_0__/* .recipeHash */ .R7)((0,_recipe_js__WEBPACK_IMPORTED_MODULE_0__/* .recipeOf */ .Sx)(model, sent, files)) };
}
function tasksToCollect(requestIds, deployment = null) {
    return requestIds.map((requestId, n) => ({
        id: 'image',
        name: requestIds.length === 1 ? 'image' : `image-${n + 1}`,
        model: '',
        deployment: deployment === null ? null : { id: deployment, graph: null },
        parameters: {},
        files: {},
        output: null,
        recipe: (0,_recipe_js__WEBPACK_IMPORTED_MODULE_0__/* .recipeHash */ .R7)((0,_recipe_js__WEBPACK_IMPORTED_MODULE_0__/* .recipeOf */ .Sx)('', { request_id: requestId }, {})),
        occurrence: 1,
        paid: { requestId, ending: null, acceptedAt: null, whenGone: 'fail' },
    }));
}
function makerOf({ model, deployment }) {
    return deployment === null ? model : `deployment ${deployment.id}`;
}
function promptOf({ parameters }) {
    return typeof parameters.prompt === 'string' ? parameters.prompt : null;
}
function seedOf({ parameters }) {
    return Number.isSafeInteger(parameters.seed) ? Number(parameters.seed) : null;
}
function imagesAskedFor({ parameters }) {
    if (Object.entries(parameters).some(([name, value]) => MAY_COUNT.test(name) && Number(value) > 1))
        return null;
    const asked = Number(parameters.num_images ?? parameters.number_of_images ?? 1);
    return Number.isInteger(asked) && asked > 0 ? asked : 1;
}
const MAY_COUNT = /^(n|(max|num|number_of)_(outputs|samples|results|variations)|max_images|batch(_size|_count)?|samples|(image|output)_count|num_images_per_prompt)$/i;


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(80342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
