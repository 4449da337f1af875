package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Numbers written in decimal, and read, as JavaScript does it. */
final class Decimals {

    private Decimals() {
    }

    /** The number with so many digits behind the point; its exact value is rounded, a half away from zero. */
    @NonCPS
    static String toFixed(Object value, Object digits) {
        double count = Numbers.trunc(digits).doubleValue()
        if (count < 0.0d || count > 100.0d) {
            throw new Exception('toFixed() digits argument must be between 0 and 100')
        }
        double number = value.doubleValue()
        if (Math.abs(number) >= 1e21d) {
            return Numbers.toText(value)
        }
        String text = scaled(Math.abs(number), count as int)
        return number < 0.0d ? '-' + text : text
    }

    /** The whole number that a text begins with. */
    @NonCPS
    static Object parseInt(String text) {
        return read(text, leading(text, /^[+-]?[0-9]+/))
    }

    /** The decimal number that a text begins with. */
    @NonCPS
    static Object parseFloat(String text) {
        return read(text, leading(text, /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/))
    }

    /** The number that a whole text stands for; an empty one stands for 0. */
    @NonCPS
    static Object parse(String text) {
        String numeral = Text.trim(text)
        if (numeral == '') {
            return 0L
        }
        if (numeral ==~ /0[xX][0-9a-fA-F]+/) {
            return whole(text, numeral.substring(2), 4)
        }
        if (numeral ==~ /0[oO][0-7]+/) {
            return whole(text, numeral.substring(2), 3)
        }
        if (numeral ==~ /0[bB][01]+/) {
            return whole(text, numeral.substring(2), 1)
        }
        boolean isDecimal = numeral ==~ /[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/
        return read(text, isDecimal ? numeral : '')
    }

    /**
     * A number that is not negative: its whole part, then its fraction digit by digit. The fraction is held in parts of 28
     * binary digits, so that nothing is lost; the sandbox permits no arithmetic on big integers.
     */
    @NonCPS
    private static String scaled(double number, int digits) {
        double whole = Math.floor(number)
        List parts = []
        double rest = number - whole
        while (rest > 0.0d) {
            rest = rest * 268435456.0d
            parts.add(Math.floor(rest) as long)
            rest = rest - Math.floor(rest)
        }
        StringBuilder text = new StringBuilder(wholeText(whole))
        for (int index = 0; index < digits; index++) {
            text.append(String.valueOf(carry(parts, 10L)))
        }
        String rounded = carry(parts, 2L) == 1L ? incremented(text.toString()) : text.toString()
        int point = rounded.length() - digits
        return digits == 0 ? rounded : rounded.substring(0, point) + '.' + rounded.substring(point)
    }

    /** Multiplies a fraction in place. @return what becomes whole */
    @NonCPS
    private static long carry(List parts, long factor) {
        long carried = 0L
        for (int index = parts.size() - 1; index >= 0; index--) {
            long product = parts.get(index) * factor + carried
            parts[index] = product % 268435456L
            carried = product.intdiv(268435456L)
        }
        return carried
    }

    /** The digits of a whole number below 10^21. */
    @NonCPS
    private static String wholeText(double number) {
        long power = 1L
        double mantissa = number
        while (mantissa >= 9007199254740992.0d) {
            mantissa = mantissa / 2.0d
            power = power * 2L
        }
        long billions = (mantissa as long).intdiv(1000000000L)
        long low = ((mantissa as long) % 1000000000L) * power
        long high = billions * power + low.intdiv(1000000000L)
        String end = String.valueOf(low % 1000000000L)
        return high == 0L ? end : String.valueOf(high) + end.padLeft(9, '0')
    }

    /** One more, digit by digit. */
    @NonCPS
    private static String incremented(String digits) {
        int last = digits.length() - 1
        while (last >= 0 && digits.substring(last, last + 1) == '9') {
            last--
        }
        String zeros = '0' * (digits.length() - 1 - last)
        if (last < 0) {
            return '1' + zeros
        }
        int digit = Integer.parseInt(digits.substring(last, last + 1))
        return digits.substring(0, last) + String.valueOf(digit + 1) + zeros
    }

    /** A whole number in base 2, 8 or 16: its first 53 binary digits, rounded to even by those behind them. */
    @NonCPS
    private static Object whole(String text, String digits, int width) {
        StringBuilder all = new StringBuilder()
        for (int index = 0; index < digits.length(); index++) {
            int digit = Integer.parseInt(digits.substring(index, index + 1), 16)
            all.append(Integer.toString(digit, 2).padLeft(width, '0'))
        }
        String bits = all.toString().replaceAll('^0+', '')
        if (bits.length() <= 53) {
            return Numbers.of(binary(bits))
        }
        double number = binary(bits.substring(0, 53))
        String behind = bits.substring(53)
        boolean isHalf = !behind.substring(1).contains('1')
        if (behind.startsWith('1') && !(isHalf && bits.substring(52, 53) == '0')) {
            number = number + 1.0d
        }
        for (int index = 0; index < behind.length(); index++) {
            number = number * 2.0d
        }
        return finite(text, number)
    }

    @NonCPS
    private static double binary(String bits) {
        double number = 0.0d
        for (int index = 0; index < bits.length(); index++) {
            number = number * 2.0d + Integer.parseInt(bits.substring(index, index + 1))
        }
        return number
    }

    /** What a pattern finds at the start of a text, behind white space; empty when it finds nothing. */
    @NonCPS
    private static String leading(String text, String pattern) {
        List matches = Patterns.matchAll(Text.trimStart(text), pattern)
        return matches.isEmpty() ? '' : matches.get(0).get(0)
    }

    @NonCPS
    private static Object read(String text, String numeral) {
        return finite(text, numeral == '' ? 1.0e300d * 1.0e300d : numeral.toDouble())
    }

    @NonCPS
    private static Object finite(String text, double number) {
        if (number - number != 0.0d) {
            throw new Exception('not a number: ' + Json.stringify(text))
        }
        return Numbers.of(number)
    }

}
