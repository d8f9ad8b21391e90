package org.fazhi.reading.figures;

import java.math.BigDecimal;

/**
 * A unit or classifier as it stands after a number.
 *
 * @param end one past its last character, into the text read
 * @param name canonical: 人 for 名 and 位, 件 for 宗 and 起, 元, %, ‰, pp, else as written in simplified characters
 * @param factor what one of it is in {@code name}: 10000 for 万元
 */
record Unit(int end, String name, BigDecimal factor) {

    boolean isShare() {
        return name.equals("%") || name.equals("‰") || name.equals("pp");
    }

    boolean isDuration() {
        return switch (name) {
            case "天", "小时", "分钟", "秒", "工作日", "个工作日", "个月", "周", "年", "自然日" -> true;
            default -> false;
        };
    }
}
