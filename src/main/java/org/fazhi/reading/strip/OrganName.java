package org.fazhi.reading.strip;

import java.util.regex.Pattern;

/** Names of public bodies, told by their last word. */
final class OrganName {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 50;

    private static final Pattern ORGAN =
            Pattern.compile("[\\p{IsHan}（）()、·“”]*(?:政府|府|局|委|厅|廳|办|办公室|院|会|會|处|處|队|隊|所|中心|站|部|署|党组|"
                    + "镇|鎮|乡|鄉|街道|开发区|新区|园区|公司|司|室|馆|社|场|林场|农场|區|区|县|縣|市)");

    private OrganName() {}

    /** True for a name such as 某县人民政府, also with spaces between two bodies' names. */
    static boolean matches(String text) {
        String compact = PageLine.compact(text);
        return compact.length() >= SHORTEST
                && compact.length() <= LONGEST
                && ORGAN.matcher(compact).matches();
    }
}
