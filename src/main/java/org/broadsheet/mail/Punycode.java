package org.broadsheet.mail;

/** The encoder of RFC 3492 with IDNA's parameters; decoding is never needed here. */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    private final int[] input;
    private final StringBuilder output = new StringBuilder();
    private int bias = INITIAL_BIAS;
    private int delta;
    private int handled;

    private Punycode(String label) {
        input = label.codePoints().toArray();
    }

    static String encode(String label) {
        return new Punycode(label).run();
    }

    private String run() {
        for (int c : input) {
            if (c < INITIAL_N) {
                output.append((char) c);
            }
        }
        int basic = output.length();
        handled = basic;
        if (basic > 0) {
            output.append('-');
        }
        int n = INITIAL_N;
        while (handled < input.length) {
            int next = smallestFrom(n);
            delta += (next - n) * (handled + 1);
            n = next;
            insertAll(n, basic);
            delta++;
            n++;
        }
        return output.toString();
    }

    private int smallestFrom(int n) {
        int smallest = Integer.MAX_VALUE;
        for (int c : input) {
            if (c >= n && c < smallest) {
                smallest = c;
            }
        }
        return smallest;
    }

    private void insertAll(int n, int basic) {
        for (int c : input) {
            if (c < n) {
                delta++;
            } else if (c == n) {
                appendDelta();
                bias = adapt(handled == basic ? DAMP : 2);
                delta = 0;
                handled++;
            }
        }
    }

    private void appendDelta() {
        int q = delta;
        for (int k = BASE;; k += BASE) {
            int t = Math.clamp(k - bias, T_MIN, T_MAX);
            if (q < t) {
                output.append(digit(q));
                return;
            }
            output.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    private int adapt(int divisor) {
        int d = delta / divisor;
        d += d / (handled + 1);
        int k = 0;
        while (d > (BASE - T_MIN) * T_MAX / 2) {
            d /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * d / (d + SKEW);
    }

    private static char digit(int d) {
        return (char) (d < 26 ? 'a' + d : '0' + d - 26);
    }
}
