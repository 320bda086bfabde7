import type { Grade, LetterKind, LetterVisibility, Solved, TermClass } from "#db/schema/index.ts";
import type { refusalCodes } from "#domain/letters/input.ts";

/** How many working days before the first start something happened, and at what time of that day. */
export interface Ago {
  workdays: number;
  time: string;
}

export type DemoStep = { at: Ago } & (
  | { step: "accept"; termClass: TermClass }
  | { step: "refuse"; code: (typeof refusalCodes)[number]; words: string }
  | { step: "assign"; lead: string; assisting?: string[] }
  | { step: "ask"; words: string }
  | { step: "supply"; words: string }
  | { step: "instruct"; leader: string; words: string }
  | { step: "progress"; words: string }
  | { step: "note"; words: string }
  | { step: "answer"; facts: string; basis: string; done: string; next: string }
  | { step: "followUp"; words: string }
  | { step: "rate"; solved: Solved; attitude: Grade; speed: Grade; words?: string }
  | { step: "reopen"; words: string }
  | { step: "urge" }
  | { step: "withdraw" }
);

export interface DemoLetter {
  author: string;
  mailbox: string;
  kind: LetterKind;
  visibility: LetterVisibility;
  region: string;
  place: string;
  title: string;
  body: string;
  accused?: string;
  sent: Ago;
  steps: DemoStep[];
}

const ago = (workdays: number, time: string): Ago => ({ workdays, time });

/** Invented for the demonstration and marked 演示: one letter for every state, lamp and card. */
export const demoLetters: DemoLetter[] = [
  {
    author: "演示网友",
    mailbox: "jiaotong-mailbox",
    kind: "inquiry",
    visibility: "nickname",
    region: "yuancheng",
    place: "新市区客运站",
    title: "客运站到高铁站的首末班车是几点",
    body: "想坐早班高铁，不知道客运站到高铁站的公交最早几点开、最晚几点收，站牌上写得不清楚。",
    sent: ago(0, "08:40"),
    steps: [],
  },
  {
    author: "演示网友乙",
    mailbox: "shizhang",
    kind: "complaint",
    visibility: "nameless",
    region: "yuancheng",
    place: "长塘路与永和路交叉口",
    title: "路口红绿灯坏了一周，早高峰很危险",
    body: "长塘路和永和路交叉口的红绿灯坏了快一周，送孩子上学的时候车抢着过，很危险，请尽快修。",
    sent: ago(2, "07:55"),
    steps: [],
  },
  {
    author: "演示网友丙",
    mailbox: "yuancheng-fu-mailbox",
    kind: "help",
    visibility: "nickname",
    region: "yuannan",
    place: "源南镇小学旁",
    title: "独居老人家门口的台阶塌了",
    body: "小学旁边的老屋台阶塌了一截，老人出门要扶着墙走，家里没有人能修，请帮忙看看。",
    sent: ago(5, "10:20"),
    steps: [],
  },
  {
    author: "演示网友丁",
    mailbox: "shuji",
    kind: "suggestion",
    visibility: "nickname",
    region: "heyuan",
    place: "市区各公园",
    title: "建议公园健身器材旁加装夜灯",
    body: "晚饭后来锻炼的人很多，器材区没有灯，建议装几盏矮灯，不照到住户窗户就行。",
    sent: ago(2, "20:10"),
    steps: [{ at: ago(1, "09:15"), step: "accept", termClass: "ordinary" }],
  },
  {
    author: "演示网友",
    mailbox: "jiaotong-mailbox",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "建设大道东段",
    title: "建设大道东段公交站台没有遮雨棚",
    body: "建设大道东段新设的三个公交站台没有遮雨棚，下雨天等车的老人和学生全淋湿了。",
    sent: ago(4, "12:05"),
    steps: [
      { at: ago(3, "09:00"), step: "accept", termClass: "ordinary" },
      { at: ago(3, "09:10"), step: "assign", lead: "jiaotong", assisting: ["chengguan"] },
      { at: ago(2, "15:30"), step: "progress", words: "已到三个站台实地查看，正在核对施工图纸和产权单位。" },
      { at: ago(2, "15:40"), step: "note", words: "产权移交手续还没有办完，先和市城市综合管理局对一下清单。" },
    ],
  },
  {
    author: "演示网友戊",
    mailbox: "jiaotong-mailbox",
    kind: "complaint",
    visibility: "nameless",
    region: "dongyuan",
    place: "东源县至市区班线",
    title: "城乡班线中途加价、不给车票",
    body: "从东源到市区的班线，过了中途站就要加两块钱，问要票说没有，司机态度也不好。",
    sent: ago(14, "18:30"),
    steps: [
      { at: ago(13, "09:20"), step: "accept", termClass: "ordinary" },
      { at: ago(13, "09:30"), step: "assign", lead: "jiaotong", assisting: ["dongyuan-fu"] },
      { at: ago(6, "16:00"), step: "urge" },
    ],
  },
  {
    author: "演示网友己",
    mailbox: "shizhang",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "兴源路夜市",
    title: "夜市油烟直排，楼上住户开不了窗",
    body: "楼下夜市的油烟没有任何处理就排出来，楼上十几户晚上都开不了窗，打过电话说不归他们管。",
    sent: ago(16, "21:40"),
    steps: [
      { at: ago(15, "10:00"), step: "accept", termClass: "ordinary" },
      { at: ago(15, "10:20"), step: "assign", lead: "chengguan" },
      { at: ago(9, "11:00"), step: "progress", words: "已约谈夜市管理方，要求列出各摊位油烟设施清单。" },
    ],
  },
  {
    author: "演示网友乙",
    mailbox: "jiaotong-mailbox",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "沿江路",
    title: "沿江路修路半年没有人行通道",
    body: "沿江路围挡半年了，行人只能走机动车道，请留出一条安全的人行通道。",
    sent: ago(18, "09:00"),
    steps: [
      { at: ago(17, "14:00"), step: "accept", termClass: "ordinary" },
      { at: ago(17, "14:10"), step: "assign", lead: "jiaotong" },
      { at: ago(3, "08:30"), step: "urge" },
    ],
  },
  {
    author: "演示网友庚",
    mailbox: "shuji",
    kind: "complaint",
    visibility: "nameless",
    region: "zijin",
    place: "紫金县城农贸市场周边",
    title: "市场污水横流，雨天倒灌进店铺",
    body: "市场后面的排水沟堵了很久，一下雨污水就倒灌进店铺，找过几个部门，都说要等统一改造。",
    sent: ago(22, "13:15"),
    steps: [
      { at: ago(21, "09:05"), step: "accept", termClass: "ordinary" },
      { at: ago(21, "09:40"), step: "assign", lead: "zhujian", assisting: ["zijin-fu"] },
      { at: ago(10, "17:00"), step: "urge" },
      { at: ago(2, "09:30"), step: "urge" },
    ],
  },
  {
    author: "演示网友",
    mailbox: "yuancheng-fu-mailbox",
    kind: "help",
    visibility: "nickname",
    region: "yuancheng",
    place: "上城社区",
    title: "老旧小区想加装电梯，不知道从哪里办起",
    body: "我们这栋七层楼，多数住户同意加装电梯，跑了两个窗口，说法不一样，请告诉我们从哪里办起。",
    sent: ago(6, "10:00"),
    steps: [
      { at: ago(5, "11:00"), step: "accept", termClass: "ordinary" },
      { at: ago(5, "11:15"), step: "assign", lead: "yuancheng-fu", assisting: ["zhujian"] },
      {
        at: ago(2, "10:30"),
        step: "ask",
        words: "请补充：楼栋的具体门牌、总户数和已经签字同意的户数，最好附一张同意书的照片。",
      },
    ],
  },
  {
    author: "演示网友",
    mailbox: "jiaotong-mailbox",
    kind: "inquiry",
    visibility: "nickname",
    region: "heyuan",
    place: "市政务服务中心",
    title: "从业资格证换证可以网上办吗",
    body: "出租车从业资格证快到期了，想知道能不能网上换证，要带什么材料。",
    sent: ago(5, "15:00"),
    steps: [
      { at: ago(4, "09:00"), step: "accept", termClass: "inquiry" },
      { at: ago(4, "09:05"), step: "assign", lead: "jiaotong" },
      {
        at: ago(2, "11:20"),
        step: "answer",
        facts: "您的从业资格证换证可以在网上提交，也可以到市政务服务中心的交通窗口办理。",
        basis: "道路运输从业人员管理的现行规定。",
        done: "已把网上换证的步骤和材料清单放在窗口和本站。",
        next: "如网上提交后三个工作日没有回音，请拨打窗口电话或在这里写信。",
      },
    ],
  },
  {
    author: "演示网友辛",
    mailbox: "yuancheng-fu-mailbox",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "文明路菜市场门口",
    title: "菜市场门口占道经营，盲道被堵死",
    body: "菜市场门口一早就被摊位占满，盲道完全走不通，整治过一次又回来了。",
    sent: ago(16, "07:30"),
    steps: [
      { at: ago(15, "09:30"), step: "accept", termClass: "ordinary" },
      { at: ago(15, "09:45"), step: "assign", lead: "chengguan", assisting: ["yuancheng-fu"] },
      {
        at: ago(8, "16:00"),
        step: "answer",
        facts: "菜市场门口占道经营、堵塞盲道属实。",
        basis: "城市道路和市容管理的现行规定。",
        done: "已组织一次集中整治，清走占道摊位，划出临时摆卖区。",
        next: "每日早上有人巡查；再发现请写信或拨打办公电话。",
      },
      {
        at: ago(6, "08:10"),
        step: "reopen",
        words: "整治后第三天摊位就回来了，盲道还是走不通，早上没有看到巡查。",
      },
    ],
  },
  {
    author: "演示网友丁",
    mailbox: "shizhang",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "河紫路中学门口",
    title: "学校门口斑马线磨没了",
    body: "中学门口的斑马线几乎看不见了，放学时车速又快，请重新划线、加减速带。",
    sent: ago(14, "12:40"),
    steps: [
      { at: ago(13, "09:00"), step: "accept", termClass: "ordinary" },
      { at: ago(13, "09:10"), step: "assign", lead: "gongan", assisting: ["jiaotong"] },
      {
        at: ago(7, "17:10"),
        step: "answer",
        facts: "学校门口标线磨损、缺少减速设施属实。",
        basis: "道路交通标志和标线的现行国家标准。",
        done: "已重新施划斑马线，加装减速带两道和警示牌两块。",
        next: "开学后一个月内高峰时段派人值守。",
      },
      {
        at: ago(5, "20:00"),
        step: "rate",
        solved: "yes",
        attitude: "very_satisfied",
        speed: "satisfied",
        words: "第二天就来划线了，放心多了。",
      },
    ],
  },
  {
    author: "演示网友己",
    mailbox: "shizhang",
    kind: "complaint",
    visibility: "nameless",
    region: "heyuan",
    place: "市区",
    title: "法院已经受理的合同纠纷，请领导催一催",
    body: "我和装修公司的合同纠纷法院已经立案，等了很久没有开庭，请领导催一催。",
    sent: ago(4, "16:20"),
    steps: [
      {
        at: ago(3, "10:00"),
        step: "refuse",
        code: "otherRoute",
        words: "这件事法院已经立案，信箱不能代替审判。请向承办法官询问进度，也可以拨打法院的诉讼服务热线。",
      },
    ],
  },
  {
    author: "演示网友丙",
    mailbox: "shuji",
    kind: "suggestion",
    visibility: "nickname",
    region: "heyuan",
    place: "市图书馆",
    title: "建议市图书馆周末延长开放时间",
    body: "建议市图书馆周五、周六开到晚上十点，方便上班的人去看书。",
    sent: ago(7, "21:00"),
    steps: [{ at: ago(6, "09:10"), step: "withdraw" }],
  },
  {
    author: "演示网友庚",
    mailbox: "zijin-shuji",
    kind: "help",
    visibility: "handlers",
    region: "bopu",
    place: "柏埔镇",
    title: "低保审核结果一直没有通知",
    body: "家里的低保审核材料交了两个月，一直没有收到结果，想问问卡在哪一步。",
    sent: ago(8, "09:30"),
    steps: [
      { at: ago(7, "10:00"), step: "accept", termClass: "ordinary" },
      { at: ago(7, "10:10"), step: "assign", lead: "zijin-fu" },
    ],
  },
  {
    author: "演示网友辛",
    mailbox: "shijiwei",
    kind: "accusation",
    visibility: "handlers",
    region: "yuancheng",
    place: "市区",
    title: "执法人员收了罚款不给票据",
    body: "上周被罚款，交了钱不给票据，问编号也不说，请核查。",
    accused: "chengguan",
    sent: ago(5, "19:00"),
    steps: [
      { at: ago(4, "09:30"), step: "accept", termClass: "ordinary" },
      { at: ago(4, "09:40"), step: "assign", lead: "shijiwei" },
    ],
  },
  {
    author: "演示网友戊",
    mailbox: "shuji",
    kind: "complaint",
    visibility: "nickname",
    region: "dongyuan",
    place: "东源县城自来水加压站",
    title: "加压站停电，整片小区停水",
    body: "加压站从早上停电到现在，整片小区没有水，通知也没有，老人家里连做饭的水都没有。",
    sent: ago(1, "17:40"),
    steps: [
      { at: ago(0, "08:30"), step: "accept", termClass: "utilities" },
      { at: ago(0, "08:35"), step: "assign", lead: "dongyuan-fu", assisting: ["shuiwu"] },
      { at: ago(0, "08:50"), step: "instruct", leader: "shuji", words: "先保供水，再查原因，今天之内向群众说清楚。" },
    ],
  },
  {
    author: "演示网友乙",
    mailbox: "yuancheng-fu-mailbox",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "碧水路",
    title: "路灯不亮一个多月",
    body: "碧水路中段十几盏路灯不亮一个多月了，晚上下班走那一段心里发慌。",
    sent: ago(30, "22:00"),
    steps: [
      { at: ago(29, "09:00"), step: "accept", termClass: "ordinary" },
      { at: ago(29, "09:10"), step: "assign", lead: "yuancheng-fu" },
      {
        at: ago(20, "15:00"),
        step: "answer",
        facts: "碧水路中段路灯线路老化、不亮属实。",
        basis: "城市照明管理的现行规定。",
        done: "更换电缆 300 米、灯具 14 盏，已全部亮灯。",
        next: "列入每月夜间巡查路线。",
      },
    ],
  },
];
