// Generated from src/runtime/Numbers.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/**
 * Arithmetic as JavaScript does it. A whole number up to 2^53 is a Long, every other one a Double; nothing wraps.
 * What has no finite result fails, so that neither infinities nor NaN exist, and zero has no sign. Whole
 * numbers are added as such while the sum is small enough, all else is computed as double, which is exact for both.
 */
final class Numbers {

    private Numbers() {
    }

    /** Any number of Java as a Long or a Double. */
    @NonCPS
    static Object of(Object value) {
        return ofDouble(value.doubleValue())
    }

    @NonCPS
    static Object add(Object left, Object right) {
        if ((left instanceof Long || left instanceof Integer) && (right instanceof Long || right instanceof Integer)) {
            long first = left
            long result = first + right
            if (result <= 9007199254740991L && result >= -9007199254740991L) {
                return result
            }
        }
        return ofDouble(left.doubleValue() + right.doubleValue())
    }

    @NonCPS
    static Object subtract(Object left, Object right) {
        if ((left instanceof Long || left instanceof Integer) && (right instanceof Long || right instanceof Integer)) {
            long first = left
            long result = first - right
            if (result <= 9007199254740991L && result >= -9007199254740991L) {
                return result
            }
        }
        return ofDouble(left.doubleValue() - right.doubleValue())
    }

    @NonCPS
    static Object multiply(Object left, Object right) {
        return ofDouble(left.doubleValue() * right.doubleValue())
    }

    @NonCPS
    static Object divide(Object left, Object right) {
        return ofDouble(left.doubleValue() / right.doubleValue())
    }

    @NonCPS
    static Object remainder(Object left, Object right) {
        return ofDouble(left.doubleValue() % right.doubleValue())
    }

    @NonCPS
    static Object floor(Object value) {
        return ofDouble(Math.floor(value.doubleValue()))
    }

    @NonCPS
    static Object ceil(Object value) {
        return ofDouble(Math.ceil(value.doubleValue()))
    }

    /** A half goes up, also below zero. */
    @NonCPS
    static Object round(Object value) {
        double number = value.doubleValue()
        double below = Math.floor(number)
        return ofDouble(number - below >= 0.5d ? below + 1.0d : below)
    }

    @NonCPS
    static Object trunc(Object value) {
        double number = value.doubleValue()
        return ofDouble(number < 0.0d ? Math.ceil(number) : Math.floor(number))
    }

    @NonCPS
    static Object abs(Object value) {
        return ofDouble(Math.abs(value.doubleValue()))
    }

    @NonCPS
    static Object sign(Object value) {
        return ofDouble(Math.signum(value.doubleValue()))
    }

    @NonCPS
    static Object sqrt(Object value) {
        return ofDouble(Math.sqrt(value.doubleValue()))
    }

    @NonCPS
    static Object min(Object left, Object right) {
        return right < left ? right : left
    }

    @NonCPS
    static Object max(Object left, Object right) {
        return left < right ? right : left
    }

    @NonCPS
    static boolean isInteger(Object value) {
        double number = value.doubleValue()
        return number == Math.floor(number)
    }

    /** A position in something of that length: cut to whole, from the end when negative, inside 0 to length. */
    @NonCPS
    static int position(Object value, int length) {
        if (value instanceof Integer && value >= 0) {
            return value < length ? value : length
        }
        double number = trunc(value).doubleValue()
        if (number < 0.0d) {
            return Math.max(length + number, 0.0d) as int
        }
        return Math.min(number, length as double) as int
    }

    /** A number as JavaScript prints it: 1, 0.5, 1e+21. */
    @NonCPS
    static String toText(Object value) {
        // Most numbers are whole, and Java prints those alike.
        if (value instanceof Integer) {
            return value.toString()
        }
        if (value instanceof Long && value <= 9007199254740991L && value >= -9007199254740991L) {
            return value.toString()
        }
        double number = value.doubleValue()
        if (number == 0.0d) {
            return '0'
        }
        String sign = number < 0.0d ? '-' : ''
        return sign + positional(shortest(Math.abs(number)))
    }

    @NonCPS
    private static Object ofDouble(double number) {
        if (number <= 9007199254740991.0d && number >= -9007199254740991.0d) {
            if (number == Math.floor(number)) {
                return (long) number
            }
        } else if (number - number != 0.0d) {
            // The difference of an infinity and itself is no number.
            throw new Exception('not a finite number: a division by zero, or too large')
        }
        return number
    }

    /**
     * The fewest digits that read back as the number, and the power of ten of the point before them. Java's own text has
     * up to two digits too many before version 19.
     */
    @NonCPS
    private static Map shortest(double number) {
        // 1.234E-5 or 123.4
        List parts = String.valueOf(number).tokenize('E')
        List mantissa = parts.get(0).tokenize('.')
        String digits = mantissa.get(0) + mantissa.get(1)
        int exponent = mantissa.get(0).length() + (parts.size() == 2 ? Integer.parseInt(parts.get(1)) : 0)
        int zeros = 0
        while (digits.startsWith('0', zeros)) {
            zeros++
        }
        digits = withoutTrailingZeros(digits.substring(zeros))
        exponent -= zeros
        for (int count = 1; count < digits.length(); count++) {
            boolean isUpNearer = digits.substring(count, count + 1).toLong() >= 5L
            for (boolean isUp : [isUpNearer, !isUpNearer]) {
                Map candidate = rounded(digits, exponent, count, isUp)
                if ("0.${candidate.digits}E${candidate.exponent}".toString().toDouble() == number) {
                    return candidate
                }
            }
        }
        return [digits: digits, exponent: exponent]
    }

    /** The digits cut to so many, rounded up or down. */
    @NonCPS
    private static Map rounded(String digits, int exponent, int count, boolean isUp) {
        long head = digits.substring(0, count).toLong()
        String text = String.valueOf(isUp ? head + 1L : head)
        return [digits: withoutTrailingZeros(text), exponent: exponent + text.length() - count]
    }

    @NonCPS
    private static String withoutTrailingZeros(String digits) {
        int end = digits.length()
        while (end > 1 && digits.substring(end - 1, end) == '0') {
            end--
        }
        return digits.substring(0, end)
    }

    @NonCPS
    private static String positional(Map number) {
        String digits = number.digits
        int exponent = number.exponent
        int count = digits.length()
        if (exponent > 21 || exponent < -5) {
            String fraction = count > 1 ? '.' + digits.substring(1) : ''
            int power = exponent - 1
            return digits.substring(0, 1) + fraction + 'e' + (power < 0 ? '-' : '+') + String.valueOf(Math.abs(power))
        }
        if (exponent <= 0) {
            return '0.' + ('0' * -exponent) + digits
        }
        if (exponent >= count) {
            return digits + ('0' * (exponent - count))
        }
        return digits.substring(0, exponent) + '.' + digits.substring(exponent)
    }

}
