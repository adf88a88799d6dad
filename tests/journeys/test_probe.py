from tests.journeys import test_languages_and_looks as L
from tests.journeys.test_languages_and_looks import places, trouble_with
from PySide6.QtWidgets import *
import pytest
def culprits(me):
    out=[]
    for area in me.window.findChildren(QScrollArea):
        if area.isVisibleTo(me.window) and area.widget() and area.widget().width()>area.viewport().width()+1:
            over=area.widget().width()-area.viewport().width()
            # deepest: children whose min width > own share
            def dig(w):
                lay=w.layout()
                kids=[c for c in w.children() if isinstance(c,QWidget) and c.isVisibleTo(me.window)]
                kids=[c for c in kids if max(c.minimumSizeHint().width(), c.minimumWidth())>0]
                if not kids: return w
                big=max(kids,key=lambda c:max(c.minimumSizeHint().width(),c.minimumWidth()))
                bw=max(big.minimumSizeHint().width(),big.minimumWidth())
                if bw< max(w.minimumSizeHint().width(),w.minimumWidth())*0.75 : return w
                return dig(big)
            d=dig(area.widget())
            out.append((over,type(d).__name__,d.accessibleName()[:30],d.minimumSizeHint().width(),[ (type(c).__name__,c.minimumSizeHint().width()) for c in d.children() if isinstance(c,QWidget)][:6]))
    if me.window.width()!=W[0]: out.append(("window",me.window.width()))
    top=me.page.minimumSizeHint().width()
    out2=[]
    return out
W=[0]
@pytest.mark.parametrize(("language","scale","width"),[("zh-CN",1.0,480),("en",1.0,480),("en",1.5,640),("en",2.0,480),("en",2.0,640),("en",2.0,1000),("en",1.0,640),("en",1.5,1000)])
def test_p(app_in,language,scale,width):
    W[0]=width
    me = app_in(language=language, size=(width, 800), scale=scale)
    for route in places(me):
        me.app.window.go(route); me.settle(3)
        c=culprits(me)
        t=[x for x in trouble_with(me)]
        nar=[x for x in t if "reaches" not in x]
        if c or t: print(language,scale,width,"/".join(route), c, nar[:5], len(t), t[:1] if not c else "")
