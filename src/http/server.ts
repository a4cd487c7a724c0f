import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { config } from 'zod';
import type { HttpContext, Server } from './context.ts';
import { LARGEST_FILE } from './file-of-form.ts';
import { hostGuard } from './host-guard.ts';
import { identify, refuseUnguarded } from './identify.ts';
import { linkedFiles } from './linked-files.ts';
import { servePage } from './page.ts';
import { plainWords } from './plain-words.ts';
import { replyWithProblem } from './problem-reply.ts';
import { HttpProblem } from './problems.ts';
import { unsubscribeRoutes } from './routes/unsubscribe.ts';
import { routes } from './routes.ts';
import { refuseUnstorableText } from './storable-text.ts';

const MEGABYTE = 1_048_576;
/** Of an uploaded file, and of any other body. */
const LARGEST_BODY = 8 * MEGABYTE;

/** How the server is reached, and how strict it is. */
export type ServerOptions = {
  /** The address listened on, and the one that browsers use where it is another. */
  host: string;
  publicUrl: URL | null;
  log: FastifyBaseLogger;
  /** Check every answer against its schema: in tests; costs a third of the speed. */
  checkAnswers: boolean;
  /** The folder of the built page; null: API only. */
  pageFolder: string | null;
  /** Reached by HTTPS, through a proxy. */
  secure: boolean;
};

/** The page and the API, not yet listening. */
export async function createServer(context: HttpContext, options: ServerOptions): Promise<Server> {
  config({ customError: plainWords });
  const server = Fastify({
    loggerInstance: options.log,
    bodyLimit: LARGEST_BODY,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    trustProxy: false,
    frameworkErrors: replyWithProblem,
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(options.checkAnswers ? serializerCompiler : () => JSON.stringify);
  server.setErrorHandler(replyWithProblem);
  const guard = hostGuard(options.host, options.publicUrl);
  server.addHook('onRequest', async (request) => {
    guard(request, request.routeOptions.config.fromAnyPage);
  });
  await server.register(helmet, securityHeaders(options.secure));
  await server.register(compress, { threshold: 1_024, encodings: ['gzip', 'identity'] });
  await server.register(rateLimit, { global: false, keyGenerator: (request) => request.ip });
  await server.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 5, parts: 6 },
  });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Headsup',
        version: '0.1.0',
        description: 'Tell everyone on your calendar something, once.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  server.decorateRequest('principal');
  await server.register(async (api) => apiRoutes(api, context), { prefix: '/api' });
  await server.register(async (open) => unsubscribeRoutes(open, context));
  linkedFiles(server, context);
  server.setNotFoundHandler((request) => {
    throw new HttpProblem('not_found', {
      text: /*i18n*/ 'Nothing answers {method} {path}.',
      values: { method: request.method, path: request.url },
    });
  });
  if (options.pageFolder) await servePage(server, options.pageFolder);
  return server;
}

/** The hooks belong to the routes, not to a path: `/%61pi/…` finds the same routes as `/api/…`. */
function apiRoutes(api: FastifyInstance, context: HttpContext): void {
  api.addHook('onRoute', refuseUnguarded);
  // What is told of people is in no cache, of a browser that others use or of a proxy.
  api.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  api.addHook('onRequest', (request) => identify(context, request));
  api.addHook('preHandler', async (request) => refuseUnstorableText(request));
  routes(api.withTypeProvider<ZodTypeProvider>(), context);
}

/** The page needs nothing from elsewhere; Mantine sets styles on elements, so inline styles are allowed. */
function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' as const },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}
