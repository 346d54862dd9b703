package io.kollega.surveys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * The signer's side of RSABSSA-SHA384-PSS-Randomized (RFC 9474): what is signed can't be read, and
 * the signature that comes of it can't be traced to the signing.
 */
final class BlindKeys {
    /** Bits of a modulus. */
    static final int BITS = 3072;

    /** Bytes of a blinded message and of a signature. */
    static final int BYTES = BITS / 8;

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);

    private BlindKeys() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA.", e);
        }
    }

    static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This key was written by ourselves.", e);
        }
    }

    static RSAPublicKey publicKey(byte[] n, byte[] e) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new RSAPublicKeySpec(
                                            new BigInteger(1, n), new BigInteger(1, e)));
            return (RSAPublicKey) key;
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("This key was written by ourselves.", wrong);
        }
    }

    /** A number without its sign byte. */
    static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /**
     * Signs what the asked person has blinded.
     *
     * @return empty if it is no blinded message under this key
     */
    static Optional<byte[]> sign(byte[] blinded, PrivateKey key, byte[] n) {
        if (blinded.length != n.length
                || new BigInteger(1, blinded).compareTo(new BigInteger(1, n)) >= 0) {
            return Optional.empty();
        }
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return Optional.of(cipher.doFinal(blinded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key can't sign.", e);
        }
    }

    /** Whether this is a signature of a prepared message. */
    static boolean verifies(byte[] message, byte[] signature, RSAPublicKey key) {
        if (signature.length != unsigned(key.getModulus()).length) {
            return false;
        }
        try {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(PSS);
            pss.initVerify(key);
            pss.update(message);
            return pss.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
