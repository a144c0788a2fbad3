import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../kit/bytes.ts';
import { flipBits } from '../../../kit/test-kit.ts';
import { PUBLISHED } from '../published.ts';
import { readApdu, writeApdu, writeDataApdu } from './apdu.ts';
import {
  ASSOCIATION_RESULTS,
  type AssociationInformation,
  refusalOf,
  writeAssociationRequest,
  writeAssociationResponse,
} from './association.ts';

const NAMED = Object.entries(PUBLISHED);

describe('published APDUs', () => {
  test.each(NAMED)('%s is read', (_name, bytes) => {
    expect(readApdu(bytes)).toBeDefined();
  });

  test.each(NAMED)('%s is nothing when it is cut, or longer than it says', (_name, bytes) => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(readApdu(bytes.subarray(0, length))).toBeUndefined();
    expect(readApdu(Uint8Array.of(...bytes, 0))).toBeUndefined();
  });

  test.each(NAMED)('%s is nothing when a byte of it is lost or doubled', (_name, bytes) => {
    for (let at = 0; at < bytes.length; at += 1) {
      expect(readApdu(bytes.filter((_, index) => index !== at))).toBeUndefined();
      expect(readApdu(Uint8Array.of(...bytes.slice(0, at), ...bytes.slice(at - 1)))).toBeUndefined();
    }
  });
});

test('the association request of a real pen says who it is', () => {
  expect(readApdu(PUBLISHED.NOVOPEN_ASSOCIATION)).toMatchObject({
    type: 'association-request',
    request: {
      version: 0x8000_0000,
      information: {
        protocolVersion: 0x8000_0000,
        systemType: 0x0080_0000,
        systemId: '001465004507B951',
        configurationId: 0x400a,
        dataRequests: { flags: 1, byAgent: 1, byManager: 0 },
      },
    },
  });
});

describe('an answer to an association request', () => {
  test('that accepts it has the form of the published ones, and an id of its own', () => {
    expect(toHex(writeApdu(0xe300, writeAssociationResponse('accepted-unknown-config')))).toBe(
      'E3 00 00 2C 00 03 50 79 00 26 80 00 00 00 80 00 80 00 00 00 00 00 00 00 80 00 00 00 ' +
        '00 08 02 00 00 FF FE 00 00 01 00 00 00 00 00 00 00 00 00 00',
    );
  });

  test('that refuses it selects no protocol', () => {
    expect(toHex(writeApdu(0xe300, writeAssociationResponse('rejected-no-common-protocol')))).toBe(
      'E3 00 00 06 00 04 00 00 00 00',
    );
  });

  test.each(Object.keys(ASSOCIATION_RESULTS) as (keyof typeof ASSOCIATION_RESULTS)[])(
    '%s is read',
    (result) => {
      expect(readApdu(writeApdu(0xe300, writeAssociationResponse(result)))).toMatchObject({
        type: 'association-response',
        response: { result: ASSOCIATION_RESULTS[result] },
      });
    },
  );
});

describe('an agent is refused', () => {
  const AGENT: AssociationInformation = {
    protocolVersion: 0x8000_0000,
    encodingRules: 0x8000,
    nomenclatureVersion: 0x8000_0000,
    functionalUnits: 0,
    systemType: 0x0080_0000,
    systemId: '1122334455667788',
    configurationId: 0x4000,
    dataRequests: { flags: 1, byAgent: 1, byManager: 0 },
  };

  test.each([
    ['never, when everything is common', 0x8000_0000, {}, undefined],
    ['never, when it offers later versions too', 0xe000_0000, { protocolVersion: 0xe000_0000 }, undefined],
    ['for another version of the association', 0x4000_0000, {}, 'rejected-unsupported-assoc-version'],
    [
      'for another version of the protocol',
      0x8000_0000,
      { protocolVersion: 0x4000_0000 },
      'rejected-no-common-parameter',
    ],
    ['for other encoding rules', 0x8000_0000, { encodingRules: 0x6000 }, 'rejected-no-common-parameter'],
    [
      'for another nomenclature',
      0x8000_0000,
      { nomenclatureVersion: 0x4000_0000 },
      'rejected-no-common-parameter',
    ],
    ['for being a manager', 0x8000_0000, { systemType: 0x8000_0000 }, 'rejected-permanent'],
  ])('%s', (_name, version, other, refusal) => {
    const apdu = readApdu(writeApdu(0xe200, writeAssociationRequest({ ...AGENT, ...other }, version)));
    expect(apdu?.type === 'association-request' && refusalOf(apdu.request)).toBe(refusal);
  });

  test('for another protocol', () => {
    expect(refusalOf({ version: 0x8000_0000, information: undefined })).toBe('rejected-no-common-protocol');
  });
});

test('no bytes make it throw or run for ever', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMED), fc.array(fc.nat(20_000), { maxLength: 6 }), ([, bytes], bits) => {
      readApdu(
        flipBits(
          bytes,
          bits.map((bit) => bit % (bytes.length * 8)),
        ),
      );
    }),
    { numRuns: 3_000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(0xffff), (body, choice) => {
      readApdu(body);
      readApdu(writeApdu(0xe200 + (choice & 0x0700), body));
      readApdu(writeDataApdu(choice, choice & 0x0707, body));
    }),
    { numRuns: 3_000 },
  );
});
