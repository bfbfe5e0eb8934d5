import { LinkError, type Characteristic, type PumpLink } from '../link/PumpLink';
import { protocolVersion } from '../protocol/gatt';
import { readIdentity as decode } from '../protocol/IdentityMessage';
import { readWhole } from './readWhole';
import type { Identity } from './Values';

/** Who is at the other end. Throws LinkError notAPump when it speaks another version of the protocol. */
export async function readIdentity(link: PumpLink): Promise<Identity> {
  const { longestFrame: _, ...identity } = await readWhole(link, 'Identity', decode);

  if (identity.protocolVersion !== protocolVersion) {
    throw new LinkError('notAPump');
  }

  return { ...identity, manufacturer: await text(link, 'Manufacturer'), model: await text(link, 'Model'), firmware: await text(link, 'FirmwareRevision') };
}

async function text(link: PumpLink, from: Characteristic): Promise<string> {
  return new TextDecoder().decode(await link.read(from));
}
