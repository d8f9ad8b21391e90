package org.fazhi.reading.strip;

import java.util.regex.Pattern;

/**
 * Lines of page furniture. Every pattern describes a whole line, since the same words stand in the reports' sentences
 * (分享到了…成果); and the callers apply them at the ends of a page only.
 */
final class ChromeLines {

    /** Furniture lines are short; breadcrumbs with a title in them and footers reach some two hundred characters. */
    private static final int LONGEST = 300;

    /** A longer line with a full stop is a sentence of the report, whatever words it begins with. */
    private static final int LONGEST_SENTENCE = 40;

    private static final String OPEN = "[\\[【［（(]?";
    private static final String CLOSE = "[\\]】］）)]?";

    private static final Pattern HEAD = Pattern.compile(String.join(
            "|",
            "(?:网站)?(?:无障碍|長者|长者|适老化?|关怀版|老年模式|智能问答|智能机器人|语音播报|网站支持IPv6).*",
            ".*(?:网站支持|支持)IPv6.*",
            "(?:简体|繁体|繁體|简体版|繁体版|English|EN|简|繁|移动版|手机版|电脑版|微信|微博|登录|注册|用户登录|用户注册|设为首页|加入收藏|收藏本站|客户端|搜索|检索|"
                    + "高级搜索|网站地图|返回首页|网站首页|首页|邮箱|个人中心|退出|导航|RSS|APP)(?:[|｜/·]?(?:简体|繁体|繁體|简体版|繁体版|English|EN|简|繁|移动版|手机版|"
                    + "微信|微博|登录|注册|设为首页|加入收藏|收藏本站|客户端|搜索|网站地图|返回首页|首页|邮箱|RSS|APP))*",
            "(?:今天是|现在是|当前时间|今日是|北京时间).*",
            "欢迎(?:您|光临|访问|来到|进入).*",
            ".{0,30}(?:门户)?网站[!！]?(?:今天是|现在是).*",
            "(?:[您你]?(?:现在|当前|目前)?的?(?:所在)?(?:的)?(?:位置|栏目)|当前位置|所在位置|您的位置|現在位置|當前位置)(?:是|为)?[:：].*",
            "(?:当前位置|您所在的位置|您的位置).*",
            "(?:网站)?首页[>＞»›/\\\\→-].*",
            OPEN + "(?:字体|字号|文字大小|字体大小|字体显示)[:：]?.{0,20}",
            OPEN + "大" + CLOSE + OPEN + "中" + CLOSE + OPEN + "小" + CLOSE,
            OPEN + "(?:A\\+|A-|A|T)+" + CLOSE,
            "(?:浏览次数|浏览量|浏览数|浏览|点击数|点击量|点击次数|点击率|阅读次数|阅读量|阅读数|访问量|访问次数|人气)[:：].{0,40}"));

    private static final Pattern BOTH = Pattern.compile(String.join(
            "|",
            ".{0,6}扫(?:一扫|码|描).{0,30}",
            ".{0,10}(?:在手机(?:上)?|用手机|手机)(?:上)?(?:打开|查看|浏览|阅读).{0,16}",
            "(?:" + OPEN + "(?:打印|打印本页|打印此页|打印文章|打印页面|我要打印|打印正文|关闭|关闭本页|关闭窗口|关闭页面|收藏|收藏本页|加入收藏|保存|下载|分享|转发|纠错|我要纠错|"
                    + "页面纠错|返回|返回顶部|回到顶部|返回首页|返回列表|返回上一页|回顶部|顶部|举报|评论|点赞|视力保护色?)" + CLOSE + "[:：|｜/·]?){1,8}",
            OPEN + "(?:分享到|分享至|分享|转发到)" + CLOSE
                    + "[:：]?(?:微信|微博|新浪微博|新浪|腾讯微博|腾讯|QQ空间|QQ好友|QQ|人人网|人人|朋友圈|微信好友|豆瓣|更多|百度贴吧|空间|[0-9·、,，|/])*",
            "(?:微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|人人网|朋友圈|豆瓣|更多|空间|微信扫一扫)+",
            "(?:\\$|jQuery)\\(.*",
            "[.#][A-Za-z][\\w\\- .#>,:]*\\{.*",
            "(?:var|function|window\\.|document\\.)[\\w .$(].*"));

    private static final Pattern TAIL = Pattern.compile(String.join(
            "|",
            OPEN + "(?:相关|相關|关联)(?:解读|附件|信息|链接|文章|新闻|阅读|稿件|文件|政策|报道|推荐|内容|文档|资讯|公告|报告|回应|连接|下载|專題|专题|政策解读|政策文件|信息公开)"
                    + CLOSE + "[:：]?(?:.{0,3}|《.*)",
            "(?:附件|文件|资料|点击|正文)?下载" + CLOSE + "[:：]?",
            OPEN + "附件下载" + CLOSE + "[:：]?.*",
            "(?:文字|图片|视频|媒体|专家|图文|动漫|音频|部门|领导|一图|政策|新闻发布会)解读(?:[|｜/、]?(?:文字|图片|视频|媒体|专家|图文)解读)*",
            "(?:访谈解读|媒体报道|解读文件|解读材料|政策解读|政策原文)",
            OPEN + "(?:上|下|前|后)一?(?:篇|条|页|个|则|章)(?:文章|信息|新闻)?" + CLOSE + "(?:[:：]|没有|无|《|$).*",
            "(?:上一篇|下一篇|上一条|下一条|上一页|下一页|首页|尾页|末页)+",
            "(?:热门|推荐|最新|热点|延伸|往期|精彩)(?:文章|阅读|推荐|信息|新闻|专题|内容|搜索|词)[:：]?",
            "(?:责任编辑|责编|编辑|编审|初审|复审|终审|一审|二审|三审|审核|校对|信息员|录入|录入人|发布人|撰稿|供稿|供稿单位|来源|信息来源|文章来源|稿件来源|作者|摄影)[:：].{0,60}",
            "(?:浏览次数|浏览量|点击数|点击量|点击次数|阅读次数|阅读量|访问量|您是第|本文已?被?(?:浏览|阅读)).{0,40}(?:次|人|位)?",
            "(?:主办单位?|承办单位?|主办方|承办方|协办|版权所有|版权|Copyright|©|技术支持|技术维护|运维单位|维护单位|建议使用|地址|邮编|邮政编码|联系电话|网站标识码|网站联系|"
                    + "政府网站标识码|备案号|备案序号|网站备案|网站管理|联系方式|咨询电话|传真)[:：© ].*",
            ".{0,60}(?:版权所有|ICP备|公网安备|网站标识码|网安备|备案号).*",
            "(?:网站地图|联系我们|关于我们|网站声明|隐私声明|免责声明|法律声明|版权声明|使用帮助|友情链接|政府网站找错|网站导航|站点地图|网站纠错|设为首页|加入收藏|收藏本站|无障碍浏览|"
                    + "无障碍|长者模式|适老化|登录|注册|用户登录|用户注册|帮助|帮助中心|便民服务|智能问答)(?:[|｜/·、-]?(?:网站地图|联系我们|关于我们|网站声明|隐私声明|免责声明|法律声明|版权声明|"
                    + "使用帮助|友情链接|设为首页|加入收藏|收藏本站|登录|注册|帮助))*",
            "(?:您|你)?(?:觉得|认为)?(?:这篇|本篇|该|此)(?:文章|内容|信息|页面|文件)(?:对您|是否|有没有).{0,30}"));

    private ChromeLines() {}

    private static boolean isFooter(String line) {
        return line.contains("ICP备") || line.contains("版权所有") || line.contains("公网安备");
    }

    /** Furniture that stands above the text: navigation, clock, breadcrumb, font size. */
    static boolean isHead(String line) {
        return matches(line, HEAD) || matches(line, BOTH);
    }

    /** Furniture that opens what follows the text: print, share, related documents, footer. */
    static boolean isTail(String line) {
        return matches(line, TAIL) || matches(line, BOTH);
    }

    private static boolean matches(String line, Pattern pattern) {
        if (line.length() > LONGEST
                || (line.length() > LONGEST_SENTENCE && line.indexOf('。') >= 0 && !isFooter(line))) {
            return false;
        }
        String compact = PageLine.compact(line);
        return compact.isEmpty() || pattern.matcher(compact).matches();
    }
}
