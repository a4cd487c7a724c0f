import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Pool } from 'pg';

/** Signing in and out; the only module that knows better-auth. */
export type SignIn = {
  /** Makes a person who can sign in; returns their id. Not reachable by HTTP. */
  createUser(user: { name: string; email: string; password: string }): Promise<string>;
  /** The cookies of a new session, or null where email or password is wrong. */
  signIn(credentials: { email: string; password: string }): Promise<string[] | null>;
  /** Ends the session of these request headers; the cookies that say so. */
  signOut(headers: Headers): Promise<string[]>;
  /** Whose session the request headers carry. */
  userOf(headers: Headers): Promise<string | null>;
};

/**
 * Email and password by better-auth (scrypt), with its tables under our names. None of its routes is
 * mounted: our own call it. `secret` signs the cookies; `secure` keeps them to HTTPS.
 */
export function createSignIn(
  pool: Pool,
  options: { baseUrl: string; secret: string; secure: boolean },
): SignIn {
  const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
  const auth = betterAuth({
    baseURL: options.baseUrl,
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    // A wrong password is an answer here, and no line on the terminal.
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 10 },
    user: {
      modelName: 'sign_in_user',
      fields: { emailVerified: 'email_verified', ...timestamps },
    },
    session: {
      modelName: 'sign_in_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...timestamps,
      },
    },
    account: {
      modelName: 'sign_in_credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    verification: {
      modelName: 'sign_in_verification',
      fields: { expiresAt: 'expires_at', ...timestamps },
    },
    advanced: {
      cookiePrefix: 'headsup',
      useSecureCookies: options.secure,
      // Which proxy to believe is the administrator's to say; until then no header is.
      ipAddress: { ipAddressHeaders: [] },
    },
    // Our own routes are limited by @fastify/rate-limit.
    rateLimit: { enabled: false },
  });
  return {
    createUser: async (user) => (await auth.api.signUpEmail({ body: user })).user.id,
    signIn: async (credentials) => {
      try {
        const { headers } = await auth.api.signInEmail({ body: credentials, returnHeaders: true });
        return headers.getSetCookie();
      } catch (error) {
        if (error instanceof APIError && error.statusCode === 401) return null;
        throw error;
      }
    },
    signOut: async (headers) => {
      const result = await auth.api.signOut({ headers, returnHeaders: true });
      return result.headers.getSetCookie();
    },
    userOf: async (headers) => (await auth.api.getSession({ headers }))?.user.id ?? null,
  };
}
