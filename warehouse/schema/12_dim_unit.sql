-- Grain: one canonical unit.
CREATE TABLE dim_unit (
    unit VARCHAR NOT NULL,
    unit_class VARCHAR NOT NULL,
    observation_class VARCHAR NOT NULL,
    is_listed BOOLEAN NOT NULL
);

COMMENT ON TABLE dim_unit IS 'Units of figures and what may be compared with what';
COMMENT ON COLUMN dim_unit.unit IS 'Canonical unit, in simplified characters';
COMMENT ON COLUMN dim_unit.unit_class IS 'case, item, document, body, person, occasion, yuan, percent, permille, point, time, area, length, weight or other';
COMMENT ON COLUMN dim_unit.observation_class IS 'Units of one such class may state the same indicator';
COMMENT ON COLUMN dim_unit.is_listed IS 'False for a unit that some figure uses but the list of units does not hold';

INSERT INTO dim_unit
SELECT unit, unit_class, observation_class, true
FROM (
    SELECT unnest(units) AS unit, unit_class, observation_class
    FROM (
        VALUES
            (['件', '件次', '宗', '起', '例', '桩', '案', '案次', '单'], 'case', 'thing'),
            (['个', '项', '条', '款', '类', '种', '点', '处', '套', '道', '笔', '件套', '只', '块', '批', '台', '辆', '部', '幅',
                '面', '座', '间', '把', '根', '棵', '盏', '盒', '箱', '袋', '张', '枚', '组', '对', '双', '栏', '档', '层', '步',
                '页', '字', '题', '门', '节', '集', '档案', '样', '项次', '条次', '个次', '台次', '处次', '颗', '株',
                '分', '卡'], 'item', 'thing'),
            (['份', '册', '本', '卷', '篇', '封', '则', '版', '部次', '份次'], 'document', 'thing'),
            (['家', '所', '支', '户', '村', '街', '镇', '乡', '县', '市', '区', '社区', '院', '校', '站', '队', '室', '中心', '单位',
                '部门', '机构', '企业', '学校', '家次', '户次', '网点', '小区', '栋', '店'], 'body', 'thing'),
            (['人', '人次', '名', '位', '员', '人员', '户籍人'], 'person', 'person'),
            (['次', '场', '场次', '批次', '轮', '届', '堂', '课', '班', '班次', '回', '遍', '趟', '轮次', '期', '期次', '堂次', '课时',
                '学时', '站次', '车次', '趟次', '天次'], 'occasion', 'occasion'),
            (['元'], 'yuan', 'yuan'),
            (['%'], 'percent', 'percent'),
            (['‰'], 'permille', 'permille'),
            (['pp'], 'point', 'point'),
            (['年', '个月', '月', '周', '天', '日', '工作日', '个工作日', '小时', '时', '分钟', '秒', '季度', '周年'], 'time', 'time'),
            (['亩', '公顷', '平方米', '平方公里', '㎡', '平米'], 'area', 'area'),
            (['米', '公里', '千米', '里', '厘米'], 'length', 'length'),
            (['吨', '公斤', '千克', '克', '斤', '立方米', '升'], 'weight', 'weight'),
            (['倍', '成', '折', '度', '千瓦时', '兆瓦'], 'other', 'other')
    ) AS listed (units, unit_class, observation_class)
);
