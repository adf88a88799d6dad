-- A history as version 1 of the file was written. Never to be changed.
PRAGMA application_id = 1936223342;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE active_hour (learner INTEGER NOT NULL, hour INTEGER NOT NULL,
        PRIMARY KEY (learner, hour)) WITHOUT ROWID;
INSERT INTO "active_hour" VALUES(1,498611);
CREATE TABLE draft (
        learner INTEGER NOT NULL REFERENCES learner (nr),
        object TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (learner, object)
    ) WITHOUT ROWID;
INSERT INTO "draft" VALUES(1,'risk-basics/quiz/q2','["half an ans"]');
CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        learner INTEGER NOT NULL REFERENCES learner (nr),
        id TEXT NOT NULL,
        time_ms INTEGER NOT NULL,
        session TEXT NOT NULL,
        verb TEXT NOT NULL,
        object TEXT NOT NULL,
        content_version INTEGER NOT NULL,
        meaning TEXT NOT NULL,
        response TEXT NOT NULL,
        result TEXT NOT NULL,
        confidence REAL,
        duration_ms INTEGER NOT NULL,
        UNIQUE (learner, id)
    );
INSERT INTO "event" VALUES(1,1,'01a1ee56-5e01-7000-8000-000000000000',1795000000001,'01a1ee56-5e00-7000-8000-000000000000','viewed','risk-basics/quiz',0,'','null','null',NULL,0);
INSERT INTO "event" VALUES(2,1,'01a1ee56-5e02-7000-8000-000000000000',1795000000002,'01a1ee56-5e00-7000-8000-000000000000','started','risk-basics/quiz',0,'','{"seed":5,"drawn":["q1","q2"]}','null',NULL,0);
INSERT INTO "event" VALUES(3,1,'01a1ee56-5e03-7000-8000-000000000000',1795000000003,'01a1ee56-5e00-7000-8000-000000000000','answered','risk-basics/quiz/q1',2,'m1','{"chosen":["b"],"text":"不要"}','{"score":0}',NULL,4100);
INSERT INTO "event" VALUES(4,1,'01a1ee56-5e04-7000-8000-000000000000',1795000000004,'01a1ee56-5e00-7000-8000-000000000000','answered','risk-basics/quiz/q1',2,'m1','{"chosen":["a"]}','{"score":1}',0.9,2100);
INSERT INTO "event" VALUES(5,1,'01a1ee56-5e05-7000-8000-000000000000',1795000000005,'01a1ee56-5e00-7000-8000-000000000000','read','risk-basics/intro',0,'','null','null',NULL,0);
CREATE TABLE learner (
        nr INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        made_ms INTEGER NOT NULL,
        settings TEXT NOT NULL DEFAULT '{}'
    );
INSERT INTO "learner" VALUES(1,'01a1ee56-5e00-7000-8000-000000000007','小明',1795000000000,'{"theme":"dark"}');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "meta" VALUES('derived_form','1');
CREATE TABLE place (
        learner INTEGER NOT NULL REFERENCES learner (nr),
        lesson TEXT NOT NULL,
        step TEXT NOT NULL,
        part TEXT NOT NULL,
        session TEXT NOT NULL,
        time_ms INTEGER NOT NULL,
        after TEXT NOT NULL,
        kept INTEGER NOT NULL,
        PRIMARY KEY (learner, lesson)
    ) WITHOUT ROWID;
INSERT INTO "place" VALUES(1,'risk-basics','quiz','','01a1ee56-5e00-7000-8000-000000000000',1795000000001,'01a1ee56-5e01-7000-8000-000000000000',0);
CREATE TABLE standing (learner INTEGER NOT NULL, object TEXT NOT NULL,
        meaning TEXT NOT NULL, content_version, attempts, right, wrong, readings, finishes, last_score, best_score, last_ms, started_session, finished_session, last_id, scored_id, started_id, finished_id,
        PRIMARY KEY (learner, object, meaning)) WITHOUT ROWID;
INSERT INTO "standing" VALUES(1,'risk-basics/intro','',0,0,0,0,1,0,NULL,NULL,1795000000005,'','','01a1ee56-5e05-7000-8000-000000000000','','','');
INSERT INTO "standing" VALUES(1,'risk-basics/quiz','',0,0,0,0,0,0,NULL,NULL,1795000000002,'01a1ee56-5e00-7000-8000-000000000000','','01a1ee56-5e02-7000-8000-000000000000','','01a1ee56-5e02-7000-8000-000000000000','');
INSERT INTO "standing" VALUES(1,'risk-basics/quiz/q1','m1',2,2,1,1,0,0,1.0,1.0,1795000000004,'','','01a1ee56-5e04-7000-8000-000000000000','01a1ee56-5e04-7000-8000-000000000000','','');
CREATE TABLE total (learner INTEGER PRIMARY KEY, events INTEGER NOT NULL,
        answers INTEGER NOT NULL, right INTEGER NOT NULL, wrong INTEGER NOT NULL,
        finishes INTEGER NOT NULL, duration_ms INTEGER NOT NULL);
INSERT INTO "total" VALUES(1,5,2,1,1,0,6200);
CREATE INDEX event_of_sitting ON event (session);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE (ABORT, 'events are never deleted'); END;
COMMIT;
