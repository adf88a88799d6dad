"""Words that are nobody's look-alike: ordinary names that happen to resemble a brand's.

A reader of links must not cry wolf over `gmail` because it resembles `tmall`. Each list says
what it is for; all were picked by hand.
"""

from __future__ import annotations

#: Official labels that are everyday words: under another ending they say nothing.
LIKE_ANYBODY = frozenset("trip poizon bestpay rednote jingxi gaode pddim".split())

#: Whole labels one slip away from a brand's name that are words or names of their own.
ORDINARY = frozenset(
    (
        # beside tmall, vmall
        "small smalls mall malls tall tmail vmail gmail email mail smail xmail ymail umail wmall "
        "hmail imail emall xmall gmall hmall imall jmall kmall lmall mmall nmall omall pmall qmall "
        "rmall umall ymall zmall amall bmall cmall dmall fmall tmalls t-mall stall mtmall atmall "
        "vmalls vall vmail email "
        # beside alipay, tenpay, unionpay
        "alipan allpay alpay ali-pay-later salipay alipa tempay zenpay benpay tinpay teapay tapay "
        "genpay renpay denpay penpay kenpay xenpay yenpay lenpay venpay tenpal tenpa openpay "
        # beside wechat, weixin, weibo
        "webchat rechat echat wchat wecheat wechart wecat weheat weixing weixun weixi weixia "
        "webo weico weigo leibo feibo weido weino weibe weib eibo wibo weiber weimo weilo web "
        # beside baidu, zhihu, youku, youdao, douyin, toutiao
        "naidu badu bidu baid aidu haidu maidu paidu laidu caidu waidu baiu bardu baidou "
        "zhifu zhiyu zhiju zhihui zhibu zhihe zihu zhuhu yoku yuku youkou yoku youk "
        "youdo youda yudao youhao youtao yaodao doyin duyin douyun "
        # beside amap, autonavi, gaode
        "map maps amp ama aap amaps imap umap bmap cmap dmap emap gmap tmap vmap ymap xmap smap "
        "nmap pmap hmap kmap jmap lmap zmap omap fmap rmap wmap atap asap acap adap agap arap "
        "aman amar amas amat amax amay amaz amal amac amad amag amah amaq amap2 camap amvp ampa "
        "amop amip amup maap aamp autonav autonovi "
        # beside icbc, psbc, dewu, sina
        "ibc icc icb cbc icbm icbf cibc icbs icbd icec icpc icdc icmc icrc icac ichc icsc ictc "
        "iclc icfc icgc icic icjc icnc icoc icqc icuc icvc icwc icxc iccc ibcb idbc itbc isbc irbc "
        "inbc imbc ilbc ifbc ihbc ijbc ikbc acbc bcbc ccbc dcbc ecbc fcbc gcbc hcbc jcbc kcbc "
        "lcbc mcbc ncbc ocbc pcbc rcbc scbc tcbc ucbc vcbc wcbc ycbc icbb icbt icbp icba icbe icbi "
        "psc pbc sbc psb hsbc psbs psbd pspc pscc psdc psec pssc pstc psnc psmc psac psfc psgc "
        "pshc psic pskc pslc psoc psrc psvc pswc usbc msbc nsbc osbc csbc dsbc fsbc gsbc asbc bsbc "
        "psba psbb psbe psbk psbn psbt pabc pbbc pcbc pdbc pebc pfbc pgbc pibc pkbc plbc pmbc pnbc "
        "pobc ppbc prbc ptbc pubc pvbc pwbc spbc "
        "dew deu ewu dwu dewy dews dewa dewi newu devu denu depu delu dewr dewd dewb dewe dewo "
        "sewu rewu hewu lewu jewu kewu dewt dawu dowu diwu duwu dexu deyu deku degu dedu detu desu "
        "ina sna sia sin sins sing sinc sine sino sind sink sinh sinai sinal sinar sinag sinas "
        "tina dina nina vina gina lina mina pina rina xina zina fina hina kina bina cina asina "
        "sana sena sona suna syna snia sita sima siwa sita sica sida siga siba sifa sika sila sira "
        "sisa siya siza sida saina china spina shina stina sienna siena sinna sinba sinda sinta "
        "sina1 sinap sinaw singa sinha sinia sinka sinsa isna "
        # beside ctrip, qunar, suning, fliggy, eleme
        "strip trip trips crip ctip atrip btrip dtrip etrip ftrip gtrip itrip jtrip ktrip mtrip "
        "ntrip otrip ptrip ttrip utrip vtrip ytrip ztrip grip drip ctrap cstrip chip crisp citrip "
        "lunar dunar qunat quna unar kunar munar sunar tuning suing sunning sining sunin swuning "
        "sunding sunling sonning sunring figgy wiggy piggy elem elme elemi eleve elena elene elemea "
        "elemen elema elemo leme eleve "
        # beside goofish, netease, xiaomi, abchina, cmbchina, bankcomm, deppon, maoyan, poizon
        "goodfish goldfish godfish goffish netbase netcase neteasy xiami xiaoma xiaomei bchina "
        "achina adchina archina alchina aechina apchina afchina cbchina depon depono deppo poison "
        "polizon moyan haoyan maoya maryan caoyan zhaoyan taoyan baoyan maogan bankcom bancomm "
        "udacha aliyan alyun aluyun ayun dangan fliggs huawe hawei hauwei "
        # beside numbers
        "1001 1010 1086 1006 1008 1000 168 188 1588 9558 9588 9516 9551 1231 1232 1235 1237"
    ).split()
)

#: Longer words that hold a name by chance; inside them it says nothing.
WORDS_INSIDE = (
    "element", "telemet", "elementary", "smallmall", "hotmall", "casinalogin", "messina", "sinatra",
    "amapola", "camapign", "consuning", "webtencentre", "centenpay", "lestenpay", "sinai", "abyssina",
    "bilibilious", "rebaidup", "alipayne", "walipayne", "taobaogao",
)  # fmt: skip

#: What is put beside a name: in Chinese spelled as it sounds, in English, and endings.
BAIT_WORDS = frozenset(
    (
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
        "tax gov apply form register registration open start welcome check view page pages index"
    ).split()
)
