import type { S3Place } from './s3-store.ts';

/**
 * Reads an address as `s3://bucket/prefix?region=eu-central-1&endpoint=https://minio.example.com`; without
 * an endpoint it is Amazon's of that region. Null where it is none.
 */
export function readPlace(text: string): Omit<S3Place, 'accessKeyId' | 'secretAccessKey'> | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname: bucket, pathname, searchParams, username, hash } = new URL(text);
  const region = searchParams.get('region') ?? 'us-east-1';
  const endpoint = searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const isWhole = protocol === 's3:' && /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket);
  const isKnown = [...searchParams.keys()].every((key) => ['region', 'endpoint'].includes(key));
  if (!isWhole || !isKnown || username !== '' || hash !== '') return null;
  if (!/^[a-z0-9-]+$/.test(region) || !/^https?:\/\//.test(endpoint)) return null;
  if (!URL.canParse(endpoint) || !/^[\w./-]*$/.test(pathname)) return null;
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  return { endpoint: new URL(endpoint), region, bucket, prefix: prefix && `${prefix}/` };
}
