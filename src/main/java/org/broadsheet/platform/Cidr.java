package org.broadsheet.platform;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A block of addresses such as {@code 10.0.0.0/8} (RFC 4632, RFC 4291 section 2.3). IPv4 and IPv6 blocks never contain each other's addresses.
 *
 * @param network 4 or 16 bytes, bits after the prefix are zero
 * @param prefix  number of leading bits that count
 */
public record Cidr(byte[] network, int prefix) {

    public Cidr {
        if (prefix < 0 || prefix > network.length * 8) {
            throw new IllegalArgumentException("A prefix of " + prefix + " bits does not fit an address of " + network.length * 8);
        }
        network = masked(network, prefix);
    }

    /**
     * @param text {@code address/prefix}, or an address alone for a block of one
     * @throws IllegalArgumentException if it is anything else; names are never resolved
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text.strip() : text.substring(0, slash).strip();
        byte[] bytes = IpLiteral.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("Not an address block: " + text));
        try {
            return new Cidr(bytes, slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1).strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not an address block: " + text, e);
        }
    }

    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    /** Whether the text is an address, in its canonical notation, of this block. */
    public boolean holds(String address) {
        return IpLiteral.parse(address).filter(this::contains).isPresent();
    }

    boolean contains(byte[] address) {
        return address.length == network.length && Arrays.equals(masked(address, prefix), network);
    }

    /** Whether the block is one single address. */
    boolean isSingle() {
        return prefix == network.length * 8;
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] result = new byte[address.length];
        int whole = prefix / 8;
        System.arraycopy(address, 0, result, 0, whole);
        if (whole < address.length) {
            result[whole] = (byte) (address[whole] & 0xff00 >> prefix % 8);
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr that && prefix == that.prefix && Arrays.equals(network, that.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + prefix;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(network) + "/" + prefix;
    }
}
