"""Words for people, places, pieces of work and times."""

from collections.abc import Mapping

PEOPLE_AND_PLACES: Mapping[str, str] = {
    # people
    "HE": "he she they him her them",
    "HIS": "his her their",
    "I": "i we",
    "ME": "me us myself ourselves",
    "MY": "my our",
    "YOU": "you your yours yourself",
    "FAMILY": (
        "son daughter sons daughters child children kid kids niece nephew boys girls boy girl "
        "grandson granddaughter teen teenager teenagers"
    ),
    "SENIORROLE": (
        "manager boss supervisor director lead leader head mentor coach teacher tutor professor "
        "instructor lecturer trainer founder cto ceo vp cofounder advisor adviser chief president "
        "principal owner chair captain foreman superintendent editor executive partner superior "
        "headteacher dean"
    ),
    "JUNIORROLE": (
        "mentee intern student pupil trainee apprentice fresher newcomer graduate undergraduate "
        "assistant report subordinate direct interns students pupils trainees"
    ),
    "PEERROLE": (
        "colleague colleagues coworker coworkers teammate teammates peer peers classmate "
        "classmates partner partners member members friend friends collaborator collaborators "
        "counterpart counterparts roommate co"
    ),
    "HIREDROLE": (
        "contractor freelancer consultant vendor supplier agency provider developer tutor "
        "designer photographer translator illustrator copywriter builder decorator"
    ),
    "JOB": (
        "engineer developer designer analyst architect tester programmer administrator writer "
        "editor researcher scientist consultant contractor freelancer specialist technician "
        "volunteer assistant associate apprentice qa sdet devops scrum owner recruiter marketer "
        "accountant engineers developers designers analysts architects coder admin copywriter "
        "strategist planner coordinator officer secretary receptionist nurse doctor lawyer "
        "attorney paralegal therapist counsellor counselor coach trainer photographer "
        "videographer illustrator animator artist producer translator interpreter journalist "
        "reporter referee official chef driver salesperson rep representative agent buyer broker "
        "auditor controller bookkeeper economist statistician mathematician physicist chemist "
        "biologist fellow postdoc lecturer facilitator moderator reviewer maintainer evangelist "
        "advocate webmaster"
    ),
    "OTHERS": (
        "others everyone everybody people colleagues coworkers teammates peers members engineers "
        "developers designers employees users customers clients students children learners "
        "stakeholders managers newcomers juniors starters researchers team teams staff audience "
        "readers patients guests partners leaders hires testers"
    ),
    # places, work and times
    "TEAM": (
        "team teams company business organization organisation department group project projects "
        "product products client clients customer customers platform app application website site "
        "program programme school agency startup firm office class course career life industry "
        "community squad division branch"
    ),
    "ORG": (
        "company organization organisation department university college school academy bootcamp "
        "startup agency firm institute lab laboratory office bank hospital corporation division "
        "faculty campus branch site plant store shop hotel clinic club chapter foundation charity "
        "ngo nonprofit ministry council enterprise studio"
    ),
    "WORKPIECE": (
        "project projects assignment assignments website websites app apps application "
        "applications platform product products campaign campaigns initiative initiatives program "
        "programme course courses class classes module system systems game movie film book audit "
        "migration rollout implementation prototype mvp contract engagement internship capstone "
        "hackathon thesis dissertation workshop workshops semester tutorial lessons sprint "
        "sprints redesign relaunch launch rewrite integration deployment release feature features "
        "dashboard portal api service pipeline database plugin tool tools software simulator "
        "engine magazine newsletter article articles video videos podcast logo brand branding "
        "event conference exhibition construction renovation build installation pilot proposal "
        "study research experiment paper survey grant"
    ),
    "PERIOD": (
        "year years month months week weeks semester semesters decade decades summer term terms "
        "quarter quarters yr yrs"
    ),
    "MONTHNAME": (
        "january february march april june july august september october november december"
    ),
    "TENURE": (
        "time tenure stint stay internship employment years career days engagement period "
        "collaboration project studies degree residency apprenticeship placement secondment "
        "contract course semester sessions"
    ),
    "COUNT": (
        "one two three four five six seven eight nine ten several many few couple half multiple "
        "various over almost nearly past last numerous dozens dozen countless"
    ),
    "ORDINAL": "first second third",
    "DAYS": "day days hour hours minute minutes week weeks overnight",
    "TIMELY": (
        "schedule budget deadline deadlines time ahead early record fast faster promptly timely "
        "turnaround sooner"
    ),
}
