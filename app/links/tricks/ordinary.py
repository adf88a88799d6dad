"""Words that are nobody's look-alike: ordinary names that happen to resemble a brand's.

A reader of links must not cry wolf over `gmail` because it resembles `tmall`. Each list says
what it is for; all were picked by hand.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Official labels that are everyday words: under another ending they say nothing.
LIKE_ANYBODY = _words("trip poizon bestpay rednote jingxi gaode pddim")

#: Whole labels one slip away from a brand's name that are words or names of their own.
ORDINARY = _words(
    # beside tmall, vmall
    "small mall tall stall emall dmall umall hmall imall vall "
    # beside alipay, tenpay, unionpay
    "alipan allpay tempay zenpay benpay penpay openpay salipay "
    # beside wechat, weixin, weibo
    "webchat rechat weixing weico weigo feibo weber weiber "
    # beside baidu, zhihu, youku, youdao, douyin, toutiao
    "naidu haidu zhifu zhiyu zhihui youdo youda youhao "
    # beside amap, icbc, psbc, dewu, sina
    "map maps amp ama aap amps imap nmap bmap cmap gmap xmap mmap hmap amax amac amat amar aman "
    "amal amad amas asap adap atap "
    "ibc icc cbc cibc icbm icac icrc icbf pbc sbc hsbc usbc "
    "dew dewy dews newu "
    "ina sna sia sin sins sing sinc sine sino sind sink sinh sinai "
    "tina dina nina vina gina lina mina pina rina fina hina bina cina asina "
    "sana sena sona suna sita sima sida siga sifa sika sila sira sisa saina spina shina siena "
    "sinha isna "
    # beside ctrip, qunar, suning, fliggy, eleme
    "strip trip trips atrip btrip etrip itrip mtrip lunar tuning sunning "
    "elem elemi eleve leme "
    # beside goofish, netease, xiaomi, abchina, cmbchina, bankcomm, deppon, maoyan, poizon
    "goodfish netbase xiami adchina archina cgbchina cmfchina cmschina caoyan "
    "aliway neixin poison "
    # words, sounds and other people's names one letter away
    "caipiao doujin dingdong xiaoming xiaoai xiaoyi youtiao wenxin zhipu funing baobao trail "
    "twall umail vmail quran runar youqu jina aina siva sica sipa signa kina dandan automail "
    "ocbc lechat gofish gifshot purl durl camap amqp vmap tmap dache dewi desu defu elume "
    "automap ddurl duurl "
    # beside numbers
    "1001 1010 1086 1006 1008 1000 168 188 1588 9558 9588 9516 9551 1231 1232 1235 1237"
)

#: Names of five letters that are heard in too many longer words.
ONLY_BESIDE_BAIT = _words("tmall vmall eleme gaode ctrip")

#: Longer words that hold a name by chance; inside them it says nothing.
WORDS_INSIDE = ("element", "telemet", "hotmall", "messina", "sinatra", "sinai", "abyssina")

#: What is put beside a name: in Chinese spelled as it sounds, in English, and endings.
BAIT_WORDS = _words(
    "zhuli kanjia kan kanyidao yidao fuli hongbao huodong hd lingqu ling lingquan quan kaquan "
    "youhui youhuiquan jiangli jiang guanfang gf kefu kf shangcheng sc pintuan tuan tuangou "
    "baoming tixian tx renzheng rz denglu dl dengji zhuce chongzhi chongz huiyuan hy libao "
    "lijin choujiang cj dazhuanpan zhuanpan miaosha tehui temai gouwu gou dian dianpu haodian "
    "shop shopping store mall market buy sale sales deal deals gift gifts bonus reward rewards "
    "coupon coupons promo promotion prize lucky win free vip plus pro max new hot best "
    "login log-in logon signin signup sign auth verify verification validate confirm update "
    "account accounts user users member members my id pass password passport secure security "
    "safe safety protect bank banking pay payment payments wallet cash money card credit loan "
    "invest finance fund refund bill billing invoice order orders "
    "help helpdesk support service services server center centre contact customer care info "
    "online web website site www m mobile app apps h5 wap ios android apk download dl get go "
    "live tv video news blog forum club group team home house world global international intl "
    "china cn hk tw usa us uk en asia city net com org top xyz cc co io link links url click "
    "share invite friend friends act action activity event events game games play fun star "
    "cloud mail email chat talk call tel phone sms code scan qr api sdk cdn img static data "
    "express delivery track tracking post logistics travel hotel ticket tickets tour "
    "test demo dev beta official office admin manage manager portal access active activate "
    "recover recovery reset unlock alert notice message msg inbox connect direct fast quick "
    "tax gov apply form register registration open start welcome check view page pages index "
    "ssl http https enroll enrollment inc corp ltd holdings"
)
