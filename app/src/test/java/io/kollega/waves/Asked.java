package io.kollega.waves;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** The asked person's side of RFC 9474: blinds a message, and unblinds what was signed. */
final class Asked {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 48;
    private static final int BYTES = 384;

    private final BigInteger n;
    private final BigInteger e;
    private final BigInteger factor;
    private final byte[] message = new byte[64];

    Asked(JsonNode key) {
        n = new BigInteger(1, bytes(key.get("n").asString()));
        e = new BigInteger(1, bytes(key.get("e").asString()));
        factor = new BigInteger(n.bitLength() - 1, RANDOM);
        RANDOM.nextBytes(message);
    }

    String message() {
        return text(message);
    }

    String blinded() throws GeneralSecurityException {
        BigInteger encoded = new BigInteger(1, encoded());
        return text(fixed(encoded.multiply(factor.modPow(e, n)).mod(n)));
    }

    String signature(String blindSignature) {
        BigInteger signed = new BigInteger(1, bytes(blindSignature));
        return text(fixed(signed.multiply(factor.modInverse(n)).mod(n)));
    }

    /** EMSA-PSS of RFC 8017 with SHA-384 for a modulus of 3072 bits. */
    private byte[] encoded() throws GeneralSecurityException {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        MessageDigest sha = MessageDigest.getInstance("SHA-384");
        byte[] hashed = sha.digest(message);
        sha.update(new byte[8]);
        sha.update(hashed);
        byte[] hash = sha.digest(salt);
        byte[] block = new byte[BYTES - hash.length - 1];
        block[block.length - SALT - 1] = 1;
        System.arraycopy(salt, 0, block, block.length - SALT, SALT);
        byte[] mask = mask(hash, block.length);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= mask[i];
        }
        block[0] &= 0x7f;
        byte[] encoded = Arrays.copyOf(block, BYTES);
        System.arraycopy(hash, 0, encoded, block.length, hash.length);
        encoded[BYTES - 1] = (byte) 0xbc;
        return encoded;
    }

    private static byte[] mask(byte[] seed, int length) throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-384");
        byte[] mask = new byte[0];
        for (int counter = 0; mask.length < length; counter++) {
            sha.update(seed);
            byte[] more = sha.digest(new byte[] {0, 0, 0, (byte) counter});
            mask = Arrays.copyOf(mask, mask.length + more.length);
            System.arraycopy(more, 0, mask, mask.length - more.length, more.length);
        }
        return mask;
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[BYTES];
        int from = Math.max(0, bytes.length - BYTES);
        System.arraycopy(bytes, from, fixed, BYTES - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
